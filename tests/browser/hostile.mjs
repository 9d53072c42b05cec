// Opens files as a reader does, and tells what they did that they should not.
//
//   node hostile.mjs CHROMIUM MODULES FILE …
//
// A request for anything but the file itself, a dialog, a script of the file's own making, an error
// and a violation of the content policy are told. Every link and every step is then pressed.
import { pathToFileURL } from "node:url";

import { browser, end, files } from "./browser.mjs";

// Runs in the page before anything else of it.
function listen() {
  globalThis.seen = [];
  globalThis.hostile = () => globalThis.seen.push("a script of the map ran");
  document.addEventListener("securitypolicyviolation", (event) =>
    globalThis.seen.push(`${event.violatedDirective}: ${event.blockedURI}`));
}

const SAFE = /^(https?:|mailto:|file:)/;

async function look(file) {
  const told = { requests: [], wrong: [], links: 0, elements: 0 };
  const page = await browser.newPage();
  const own = pathToFileURL(file).href;
  await page.evaluateOnNewDocument(listen);
  await page.setRequestInterception(true);
  page.on("request", (request) => {
    const url = request.url();
    const known = url.split("#")[0] === own || url.startsWith("data:");
    if (!known) told.requests.push(url);
    if (known) request.continue();
    else request.abort();
  });
  page.on("dialog", async (dialog) => { told.wrong.push(dialog.message()); await dialog.dismiss(); });
  page.on("pageerror", (error) => told.wrong.push(String(error)));
  page.on("console", (message) => message.type() === "error" && told.wrong.push(message.text()));
  await page.goto(own);
  const targets = await page.$$eval("a", (all) => all.map((one) => {
    const href = one.href.baseVal ?? one.href;
    return new URL(href, document.baseURI).href;
  }));
  told.links = targets.length;
  told.wrong.push(...targets.filter((href) => !SAFE.test(href)));
  // What stands in an attribute shows once it is pressed, pointed at or focused.
  await page.evaluate(() => {
    document.addEventListener("click", (event) => event.preventDefault(), true);
    for (const one of document.querySelectorAll("*")) {
      for (const kind of ["click", "mouseover", "mouseenter", "focus", "error", "load", "toggle"]) {
        one.dispatchEvent(new Event(kind, { bubbles: false, cancelable: true }));
      }
    }
  });
  told.elements = await page.$$eval("*", (all) => all.length);
  told.wrong.push(...(await page.evaluate(() => globalThis.seen)));
  await page.close();
  return told;
}

const found = {};
try {
  for (const file of files) found[file] = await look(file);
} finally {
  await end();
}
console.log(JSON.stringify(found));
