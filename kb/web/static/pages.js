// Small comforts; every page works without them.
"use strict";

// Article reader: marks on and off.
for (const box of document.querySelectorAll("[data-toggle]")) {
  const reader = box.closest(".reader");
  const apply = () => reader.classList.toggle("off-" + box.dataset.toggle, !box.checked);
  box.addEventListener("change", apply);
  apply();
}

// Article reader: what is said of one event lights up together, in both languages.
const said = [...document.querySelectorAll(".text .said[data-events]")];
const eventsOf = (node) => node.dataset.events.split(" ").filter(Boolean);
for (const node of said) {
  const light = (on) => {
    const wanted = eventsOf(node);
    for (const other of said) {
      if (eventsOf(other).some((id) => wanted.includes(id))) other.classList.toggle("same", on);
    }
  };
  node.addEventListener("pointerenter", () => light(true));
  node.addEventListener("pointerleave", () => light(false));
}

// On a narrow screen long choices stay closed, so that the picture is not far below.
if (matchMedia("(max-width: 44rem)").matches) {
  for (const choice of document.querySelectorAll(".filters details[open]")) choice.open = false;
}

// On a narrow screen the graph begins with its middle.
for (const rings of document.querySelectorAll(".scroller > .rings")) {
  const box = rings.parentElement;
  box.scrollLeft = (box.scrollWidth - box.clientWidth) / 2;
}

// What a link asked for comes into view.
const asked = document.getElementById("at");
if (asked && !location.hash) asked.scrollIntoView({ block: "center" });
