// What a reader does with a page of maps, in a real browser; prints what happened as JSON.
//
//   node page.mjs CHROMIUM MODULES PAGE.html
//
// MODULES is a folder of node modules that holds puppeteer-core and axe-core.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

import { browser, end, files, modules } from "./browser.mjs";

const [page_] = files;
const axe = readFileSync(join(modules, "axe-core/axe.min.js"), "utf8");
const told = { requests: [], errors: [], violations: {} };

async function open(settings = {}) {
  const page = await browser.newPage();
  await page.setViewport({ width: settings.width ?? 1400, height: 900 });
  if (settings.dark) await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: "dark" }]);
  if (settings.script === false) await page.setJavaScriptEnabled(false);
  page.on("request", (request) => told.requests.push(request.url()));
  page.on("pageerror", (error) => told.errors.push(String(error)));
  page.on("console", (message) => message.type() === "error" && told.errors.push(message.text()));
  await page.goto(pathToFileURL(page_).href);
  return page;
}

const shown = (page) =>
  page.$$eval(".about", (all) => all.filter((one) => one.offsetParent).map((one) => one.id));
const tabTo = async (page) => {
  // only what a keyboard can do: from one stop to the next until a step has the focus
  for (let i = 0; i < 30; i++) {
    await page.keyboard.press("Tab");
    if (await page.evaluate(() => document.activeElement.getAttribute("role") === "tab")) return;
  }
};
const lastStep = (map) => [...map.querySelectorAll("[role=tab]")].at(-1).getAttribute("aria-controls");
const ground = (page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);

async function violations(page, name) {
  await page.evaluate(axe); // through the debugger, which the page's content policy does not bind
  const found = await page.evaluate(() => globalThis.axe.run());
  told.violations[name] = found.violations.map(({ id, nodes }) => [id, nodes.map((n) => n.html.slice(0, 120))]);
}

try {
  const page = await open();
  const tabs = await page.$$("[role=tab]");
  const about = await page.$$eval("[role=tab]", (all) => all.map((one) => one.getAttribute("aria-controls")));
  told.steps = new Set(about).size; // a step may be a tab on several pages
  told.atFirst = await shown(page);
  const area = (tab) => tab.$(".hit"); // a step may be shown in several places
  await (await area(tabs[1])).hover();
  told.hovered = [about[1], await shown(page)];
  await page.mouse.move(2, 2);
  told.left = await shown(page);
  await tabTo(page);
  told.focused = [about[0], await shown(page)];
  await page.keyboard.press("ArrowRight");
  told.right = [about[1], await shown(page)];
  await page.keyboard.press("End");
  told.end = [await page.$eval(".map", lastStep), await shown(page)];
  await page.keyboard.press("Enter");
  told.entered = await page.evaluate(() => document.activeElement.id);
  await (await area(tabs[2])).click();
  told.clicked = [about[2], await shown(page)];
  await page.keyboard.press("Escape");
  told.escaped = await shown(page);
  await violations(page, "light");
  await (await area(tabs[0])).click();
  await violations(page, "selected");

  const high = () => page.$eval("svg.page", (svg) => svg.viewBox.baseVal.height);
  told.rows = await page.$$eval(".rows input", (all) => all.map((one) => one.value));
  told.high = await high();
  if (told.rows.length) {
    await page.click(".rows input");
    told.lower = await high();
    told.hidden = await page.$$eval("svg.page g[data-row]", (all) =>
      [...new Set(all.filter((one) => getComputedStyle(one).display === "none").map((one) => one.dataset.row))]);
    await page.click(".rows input");
  }
  told.highAgain = await high();

  told.ground = [await ground(page)];
  const button = await page.$("#theme");
  if (button) {
    await button.click();
    told.ground.push(await ground(page));
    await violations(page, "dark");
  }
  const dark = await open({ dark: true });
  told.ground.push(await ground(dark));
  const small = await open({ width: 360 });
  told.wider = await small.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  await violations(small, "small");
  const bare = await open({ script: false });
  told.unscripted = (await bare.$$(".about")).length;

  told.outside = await page.$$eval("svg.page text", (all) =>
    all
      .filter((text) => {
        const box = text.getBBox();
        const page = text.ownerSVGElement.viewBox.baseVal;
        return box.x < -0.5 || box.x + box.width > page.width + 0.5;
      })
      .map((text) => text.textContent));
  const pdf = await page.pdf({ preferCSSPageSize: true });
  told.printed = pdf.length;
} finally {
  await end();
}
console.log(JSON.stringify(told));
