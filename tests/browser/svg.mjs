// Where text really stands in SVG pictures, with the fonts of this machine; prints what is wrong.
//
//   node svg.mjs CHROMIUM MODULES PICTURE.svg …
import { pathToFileURL } from "node:url";

import { browser, end, files as pictures } from "./browser.mjs";

// Runs in the page: lengths are pixels, about three quarters of a point.
function look() {
  const SLACK = 1.5;
  const page = document.documentElement.getBoundingClientRect();
  const area = (element) => {
    const { left, top, right, bottom } = element.getBoundingClientRect();
    return { left, top, right, bottom };
  };
  const within = (inner, outer) =>
    inner.left >= outer.left - SLACK && inner.right <= outer.right + SLACK &&
    inner.top >= outer.top - SLACK && inner.bottom <= outer.bottom + SLACK;
  const meet = (one, other) =>
    Math.min(one.right, other.right) - Math.max(one.left, other.left) > SLACK &&
    Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > SLACK;
  const texts = [...document.querySelectorAll("text")].map((text) => {
    const box = area(text);
    const high = box.bottom - box.top; // the box of a font is higher than its letters
    const words = [...text.childNodes].filter((node) => node.nodeType === 3).map((node) => node.data).join("");
    return { words, left: box.left, right: box.right, top: box.top + 0.16 * high, bottom: box.bottom - 0.02 * high };
  });
  const boxes = [...document.querySelectorAll("rect[id]")].map(area);
  const badges = [...document.querySelectorAll("circle")].map(area);
  const wrong = [];
  for (const [i, text] of texts.entries()) {
    if (!within(text, page)) wrong.push(`${text.words} leaves the page`);
    // A badge is pinned over the edge of a card on purpose; its number has to stay in the badge.
    const pinned = badges.some((badge) => meet(text, badge) && within(text, badge));
    for (const box of pinned ? [] : boxes) {
      if (meet(text, box) && !within(text, box)) wrong.push(`${text.words} runs out of its box`);
    }
    for (const other of texts.slice(i + 1)) {
      if (meet(text, other)) wrong.push(`${text.words} overlaps ${other.words}`);
    }
  }
  return { texts: texts.length, wrong };
}

const told = {};
try {
  const page = await browser.newPage();
  for (const picture of pictures) {
    await page.goto(pathToFileURL(picture).href);
    told[picture] = await page.evaluate(look);
  }
} finally {
  await end();
}
console.log(JSON.stringify(told));
