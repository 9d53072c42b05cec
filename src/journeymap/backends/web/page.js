"use strict";
(() => {
  const root = document.documentElement;
  root.classList.add("live");
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];

  /* the theme follows the system until somebody chooses */
  const theme = document.getElementById("theme");
  if (theme) {
    const dark = matchMedia("(prefers-color-scheme: dark)");
    const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : dark.matches);
    const tell = () => theme.setAttribute("aria-pressed", String(isDark()));
    theme.hidden = false;
    theme.addEventListener("click", () => {
      root.dataset.theme = isDark() ? "light" : "dark";
      tell();
    });
    dark.addEventListener("change", tell);
    tell();
  }

  for (const map of all(".map")) {
    /* steps: hovering shows one, focus or a click keeps it, Escape lets go */
    const tabs = all("[role=tab]", map);
    const hint = map.querySelector(".hint");
    const about = (tab) => document.getElementById(tab.getAttribute("aria-controls"));
    let kept = null;
    const show = (tab) => {
      const key = tab && tab.getAttribute("aria-controls");
      for (const other of tabs) {
        const mine = other.getAttribute("aria-controls") === key;
        other.setAttribute("aria-selected", String(mine && other === tab));
        about(other).hidden = !mine;
      }
      if (hint) hint.hidden = Boolean(tab);
    };
    const rove = (tab) => {
      const page = tab.closest("[role=tablist]");
      for (const other of all("[role=tab]", page)) other.tabIndex = other === tab ? 0 : -1;
    };
    const keep = (tab) => {
      kept = tab;
      show(tab);
      if (tab) rove(tab);
    };
    for (const page of all("[role=tablist]", map)) rove(page.querySelector("[role=tab]"));
    for (const [i, tab] of tabs.entries()) {
      tab.addEventListener("pointerenter", () => show(tab));
      tab.addEventListener("pointerleave", () => show(kept));
      tab.addEventListener("focus", () => keep(tab));
      tab.addEventListener("click", () => tab.focus());
      tab.addEventListener("keydown", (event) => {
        const steps = { ArrowRight: i + 1, ArrowLeft: i - 1, Home: 0, End: tabs.length - 1 };
        if (event.key === "Escape") keep(null);
        else if (event.key === "Enter" || event.key === " ") about(tab).focus();
        else if (event.key in steps) tabs[Math.max(0, Math.min(tabs.length - 1, steps[event.key]))].focus();
        else return;
        event.preventDefault();
      });
    }
    show(null);

    /* rows: what is below one that goes moves up */
    const pages = all("svg.page", map).map((svg) => {
      const [, , width, height] = svg.getAttribute("viewBox").split(" ").map(Number);
      const rows = svg.dataset.rows.split(" ").filter(Boolean).map((row) => {
        const [name, top, bottom, advance] = row.split(":");
        return { name, top: +top, bottom: +bottom, advance: +advance };
      });
      const spans = all("[data-spans]", svg).map((rect) => ({
        rect,
        y: +rect.getAttribute("y"),
        height: +rect.getAttribute("height"),
      }));
      return { svg, width, height, rows, spans, groups: all("g[data-above]", svg) };
    });
    const boxes = all(".rows input", map);
    const redraw = () => {
      const off = new Set(boxes.filter((box) => !box.checked).map((box) => box.value));
      for (const page of pages) {
        const gone = page.rows.map((row) => (off.has(row.name) ? row.advance : 0));
        const sum = (test) => gone.reduce((total, part, i) => total + (test(page.rows[i], i) ? part : 0), 0);
        for (const group of page.groups) {
          const up = sum((_, i) => i < Number(group.dataset.above));
          group.setAttribute("transform", `translate(0 ${-up})`);
          group.style.display = off.has(group.dataset.row) ? "none" : "";
        }
        for (const { rect, y, height } of page.spans) {
          const within = sum((row) => row.top >= y && row.bottom <= y + height);
          rect.setAttribute("y", y - sum((row) => row.bottom < y));
          rect.setAttribute("height", Math.max(0, height - within));
        }
        page.svg.setAttribute("viewBox", `0 0 ${page.width} ${page.height - sum(() => true)}`);
      }
    };
    for (const box of boxes) {
      box.disabled = false;
      box.addEventListener("change", redraw);
    }
  }
})();
