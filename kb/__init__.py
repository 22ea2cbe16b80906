"""Knowledge: registry, store, consolidation, timeline, graph, exports, pages, commands."""
