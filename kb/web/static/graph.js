// The date of the membership graph: a slider that plays; tables follow from this page's own JSON.
"use strict";
const player = document.querySelector(".player");
if (player) {
  const slider = player.querySelector("input[type=range]");
  const shown = player.querySelector("output");
  const button = player.querySelector(".play");
  const edges = [...document.querySelectorAll(".edges .edge")];
  const nodes = [...document.querySelectorAll(".rings .node")];
  const NEVER = "9999-12-32";
  const FRAME = 110; // milliseconds a month
  const CALM = 250; // milliseconds without a change before tables are asked for
  const words = new Intl.DateTimeFormat(slider.dataset.lang, { year: "numeric", month: "long" });
  const number = new Intl.NumberFormat(slider.dataset.lang);
  player.hidden = false;

  const pageOf = (day) => slider.dataset.page.replace("DAY", day);
  const dayOf = (step) => {
    const first = Number(slider.dataset.first.slice(0, 4));
    return `${first + Math.floor(step / 12)}-${String((step % 12) + 1).padStart(2, "0")}-01`;
  };
  const yearBefore = (day) => String(Number(day.slice(0, 4)) - 1) + day.slice(4);

  // The same rule as on the server: certain, possible, or not at all.
  const state = ({ a, b, c, d }, day) => {
    if ((a || "0000") > day || (d || NEVER) <= day) return "off";
    return (b || NEVER) <= day && (c || NEVER) > day ? "certain" : "possible";
  };

  const current = (link, is) => (is ? link.setAttribute("aria-current", "date") : link.removeAttribute("aria-current"));

  const draw = (day) => {
    const there = new Set();
    const since = yearBefore(day);
    for (const edge of edges) {
      const now = state(edge.dataset, day);
      edge.classList.remove("off", "certain", "possible", "joined", "left");
      edge.classList.add(now);
      if (now !== "off") {
        there.add(edge.dataset.member).add(edge.dataset.body);
        if (edge.dataset.a > since) edge.classList.add("joined");
      } else if (edge.dataset.c && edge.dataset.c <= day && edge.dataset.c > since) edge.classList.add("left");
    }
    for (const node of nodes) node.classList.toggle("off", !there.has(node.dataset.id));
    for (const link of document.querySelectorAll("[data-year]")) current(link, link.dataset.year === day.slice(0, 4));
    for (const link of document.querySelectorAll("[data-month]")) {
      link.href = pageOf(`${day.slice(0, 4)}-${link.dataset.month}-01`);
      current(link, link.dataset.month === day.slice(5, 7));
    }
    shown.textContent = words.format(new Date(day + "T12:00:00"));
    slider.setAttribute("aria-valuetext", shown.textContent);
  };

  const put = (parent, tag, text) => {
    const node = parent.appendChild(document.createElement(tag));
    node.textContent = text;
    return node;
  };
  const fill = (found) => {
    const list = document.getElementById("change-list");
    list.replaceChildren();
    for (const row of found.changes.slice(0, 14)) {
      const joined = row.change === "joined";
      const said = joined ? list.dataset.joined : list.dataset.left;
      put(list, "li", `${joined ? "+" : "−"} ${row.member} → ${row.organization}: ${said}, ${row.edtf}`);
    }
    if (!found.changes.length) put(list, "li", list.dataset.none);
    const body = document.getElementById("centrality-rows");
    body.replaceChildren();
    for (const row of found.centrality.slice(0, 20)) {
      const line = put(body, "tr", "");
      const name = put(line, "th", "");
      name.scope = "row";
      put(name, "a", row.name).href = body.dataset.entity.replace("ID", encodeURIComponent(row.id));
      if (row.place === "core") {
        name.append(" ");
        put(name, "span", body.dataset.core).className = "tag";
      }
      for (const cell of [row.strength, row.betweenness]) put(line, "td", number.format(cell));
    }
  };

  let asked = 0;
  let waiting;
  const ask = (day) => {
    clearTimeout(waiting);
    waiting = setTimeout(async () => {
      const mine = ++asked;
      history.replaceState(null, "", pageOf(day));
      document.querySelector("#graph-form [name=on]").value = day;
      for (const link of document.querySelectorAll("[data-format]")) {
        const url = new URL(link.href);
        url.searchParams.set("on", day);
        link.href = url;
      }
      const answer = await fetch(slider.dataset.json.replace("DAY", day));
      if (answer.ok && mine === asked) fill(await answer.json());
    }, CALM);
  };

  const go = (step) => {
    slider.value = step;
    const day = dayOf(Number(slider.value));
    draw(day);
    ask(day);
  };
  slider.addEventListener("input", () => go(slider.value));

  let timer;
  const stop = () => {
    clearInterval(timer);
    timer = undefined;
    button.firstChild.textContent = "▶ ";
    button.lastElementChild.textContent = button.dataset.play;
  };
  button.addEventListener("click", () => {
    if (timer) return stop();
    if (slider.value === slider.max) go(0);
    button.firstChild.textContent = "■ ";
    button.lastElementChild.textContent = button.dataset.stop;
    timer = setInterval(() => {
      if (slider.value === slider.max) return stop();
      go(Number(slider.value) + 1);
    }, FRAME);
  });

  // Whom one points at stands out with all that is tied to it.
  for (const node of nodes) {
    const light = (on) => {
      const id = node.dataset.id;
      for (const edge of edges) {
        edge.classList.toggle("lit", on && (edge.dataset.member === id || edge.dataset.body === id));
      }
      document.querySelector(".rings").classList.toggle("lighting", on);
    };
    for (const [event, on] of [["pointerenter", true], ["pointerleave", false], ["focus", true], ["blur", false]]) {
      node.addEventListener(event, () => light(on));
    }
  }
}
