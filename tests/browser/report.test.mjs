// Opens the reports of the samples in a real browser, as a reader would: looks, clicks, filters, sorts, types, prints.
// Usage: node report.test.mjs PROGRAM
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { difference, furthest } from "./compare.mjs";

const browser_path = process.env.CHROMIUM ?? "/usr/bin/chromium";
if (!existsSync(browser_path)) {
  console.log(`browser tests: skipped, there is no ${browser_path}`);
  process.exit(0);
}

const program = resolve(process.argv[2]);
const samples = join(dirname(fileURLToPath(import.meta.url)), "..", "..", "samples");
const folder = mkdtempSync(join(tmpdir(), "outmap-report-"));
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

let passed = 0;
let failed = 0;
function check(what, holds, detail = "") {
  if (holds) passed += 1;
  else {
    failed += 1;
    console.error(`FAILED: ${what} ${detail}`);
  }
}
const equal = (what, found, wanted) => check(what, JSON.stringify(found) === JSON.stringify(wanted), `found ${JSON.stringify(found)}, not ${JSON.stringify(wanted)}`);

function report(name, map, ...more) {
  const file = join(folder, name + ".html");
  execFileSync(program, ["report", map, ...more, "-o", file, "--quiet"]);
  return file;
}
const story = (name) => {
  const scenarios = join(samples, name, "scenarios");
  return report(name, join(samples, name, "map.yaml"), ...readdirSync(scenarios).sort().map((file) => join(scenarios, file)));
};

const browser = await chromium.launch({
  executablePath: browser_path,
  args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});

/** A page whose console and requests are watched: nothing is complained about, nothing but the file is asked for. */
async function open(file, { hash = "", ...options } = {}) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: "reduce", ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(10000);
  page.complaints = [];
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && page.complaints.push(message.text()));
  page.on("pageerror", (error) => page.complaints.push(error.message));
  page.on("dialog", (dialog) => { page.complaints.push("dialog: " + dialog.message()); dialog.dismiss(); });
  page.on("request", (request) => { if (/^https?:/.test(request.url())) page.complaints.push("asks for " + request.url()); });
  await page.goto(pathToFileURL(file).href + hash);
  return page;
}
async function close(page, what) {
  equal(`${what}: nothing on the console, nothing from the network`, page.complaints, []);
  await page.context().close();
}
const has_class = (page, name) => page.evaluate((one) => document.documentElement.classList.contains(one), name);
const address = (page) => page.evaluate(() => decodeURIComponent(location.hash));

/** What axe finds serious. Contrast inside pictures is held by tests of the layouts: here it is looked for elsewhere. */
async function serious_violations(page, within = null) {
  await page.evaluate(axe);
  const violations = await page.evaluate(async (part) => {
    const found = [];
    const scope = part ? { include: [part] } : document;
    const text = part ? scope : { exclude: [".canvas", "#elements tbody tr:nth-child(n+20)"] };
    for (const [where, rules] of [[scope, { "color-contrast": { enabled: false } }], [text, null]]) {
      const options = rules ? { rules, resultTypes: ["violations"] } : { runOnly: ["color-contrast"], resultTypes: ["violations"] };
      found.push(...(await axe.run(where, options)).violations);
    }
    return found;
  }, within);
  return violations.filter((one) => ["serious", "critical"].includes(one.impact)).map((one) => `${one.id}: ${one.nodes.length}, ${one.nodes[0].html.slice(0, 160)}`);
}

const tests = {
  async "focus shows one element everywhere"(file) {
    const page = await open(file);
    await page.click('#gaps td a[href="#element/appointment-soon"]');
    equal("the address names it", await address(page), "#gap/appointment-soon");
    equal("the card tells of it", await page.textContent("#card h2"), "Appointment within three days");
    const sections = await page.$$eval("section:has([data-in-focus])", (all) => all.map((one) => one.id));
    check("it is in focus in several sections", ["gaps", "outcomes", "journeys", "elements"].every((id) => sections.includes(id)), sections);
    check("the rest steps back", (await page.locator("#gaps .canvas [data-dim]").count()) > 5);
    await page.keyboard.press("Escape");
    equal("Esc ends it", [await has_class(page, "focusing"), await page.locator("#card").count(), await address(page)], [false, 0, ""]);
    await close(page, "focus");
  },
  async "a shape in a picture is focused by a click, an edge with both its ends"(file) {
    const page = await open(file);
    const shape = page.locator('#relations .canvas [data-id="midwives"]').first();
    await shape.scrollIntoViewIfNeeded();
    await shape.click();
    equal("the card", await page.textContent("#card h2"), "Midwives");
    const edges = await page.locator('#relations .canvas [data-kind="tie"][data-in-focus]').count();
    check("its ties stay", edges > 2, edges);
    await page.keyboard.press("Escape");
    await close(page, "shape");
  },
  async "an address opens at its row with the element in focus"(file) {
    const page = await open(file, { hash: "#gap/one-story" });
    check("in focus", await has_class(page, "focusing"));
    const box = await page.locator('[id="gap/one-story"]').boundingBox();
    check("in view", box.y > 0 && box.y < 900, JSON.stringify(box));
    equal("the card", await page.textContent("#card h2"), "One person knows our story");
    await close(page, "address");
  },
  async "an address of nothing does no harm"(file) {
    const page = await open(file, { hash: "#gap/%E0%A4%A/no such thing" });
    equal("nothing in focus", await has_class(page, "focusing"), false);
    await close(page, "address of nothing");
  },
  async "filters keep what fits"(file) {
    const page = await open(file);
    const shown = () => page.$$eval(".elements tbody tr", (rows) => rows.filter((row) => row.offsetParent).length);
    const all = await shown();
    await page.selectOption("select[name=kind]", "partner");
    equal("one kind", await shown(), 14);
    check("pictures step back", (await page.locator("#relations .canvas [data-out]").count()) > 10);
    await page.selectOption("select[name=kind]", "");
    await page.keyboard.press("Escape");
    await page.keyboard.press("/");
    await page.keyboard.type("midwi");
    const few = await shown();
    check("by name", few > 0 && few < 20, few);
    await page.fill("input[name=words]", "");
    await page.selectOption("select[name=cluster]", { index: 1 });
    const in_cluster = await shown();
    check("by cluster", in_cluster > 3 && in_cluster < 15, in_cluster);
    await page.selectOption("select[name=cluster]", "");
    await page.selectOption("select[name=tag]", "families");
    check("by tag", (await shown()) > 0 && (await shown()) < all);
    await page.focus("#gaps .canvas");
    await page.keyboard.press("Escape");
    equal("Esc clears", await shown(), all);
    await close(page, "filters");
  },
  async "tables sort by numbers, what is missing last"(file) {
    const page = await open(file);
    const column = (n) => page.$$eval("#gaps table", (tables, place) => [...tables[0].tBodies[0].rows].map((row) => row.cells[place].dataset.sort ?? row.cells[place].textContent), n);
    const head = page.locator("#gaps table").first().locator("th").filter({ hasText: "importance" });
    const place = await head.evaluate((one) => one.cellIndex);
    await head.locator("button").click();
    const falling = (await column(place)).map(Number);
    check("the greatest first", falling.every((value, i) => i === 0 || value <= falling[i - 1]), falling);
    equal("told to screen readers", await head.getAttribute("aria-sort"), "descending");
    await head.locator("button").click();
    const rising = (await column(place)).map(Number);
    equal("and the other way", rising, [...falling].sort((a, b) => a - b));
    const gap = page.locator("#gaps table").first().locator("th").filter({ hasText: /^gap$/ });
    await gap.locator("button").click();
    await gap.locator("button").click();
    const gaps = (await column(await gap.evaluate((one) => one.cellIndex))).map((text) => (text === "–" || text === "" ? null : Number(text)));
    const known = gaps.filter((value) => value !== null);
    equal("missing ones last", gaps.slice(0, known.length), [...known].sort((a, b) => a - b));
    await close(page, "sorting");
  },
  async "pictures zoom, move and fill the window"(file) {
    const page = await open(file);
    const picture = page.locator("#outcomes .picture");
    const drawing = picture.locator(".canvas > svg");
    const view = () => drawing.getAttribute("viewBox");
    await picture.scrollIntoViewIfNeeded();
    await picture.hover();
    const whole = await view();
    await picture.getByRole("button", { name: "Larger" }).click();
    const near = (await view()).split(" ").map(Number);
    check("larger", near[2] < Number(whole.split(" ")[2]), near);
    const box = await picture.locator(".canvas").boundingBox();
    const middle = [box.x + box.width / 2, Math.min(700, box.y + box.height / 2)];
    await page.mouse.move(...middle);
    await page.mouse.down();
    await page.mouse.move(middle[0] - 120, middle[1] - 20, { steps: 4 });
    await page.mouse.up();
    check("moved", Number((await view()).split(" ")[0]) > near[0], await view());
    equal("a drag focuses nothing", await has_class(page, "focusing"), false);
    await picture.locator(".canvas").focus();
    await page.keyboard.press("0");
    equal("0 shows all", await view(), whole);
    await page.keyboard.press("f");
    const large = await picture.boundingBox();
    equal("fills the window", [large.width, large.height], [1440, 900]);
    await page.keyboard.press("Escape");
    check("and back", (await picture.boundingBox()).width < 1440);
    await close(page, "zoom");
  },
  async "a picture is read with the keyboard"(file) {
    const page = await open(file);
    await page.focus("#relations .canvas");
    await page.keyboard.press("ArrowRight");
    const first = await page.evaluate(() => document.activeElement.getAttribute("aria-label"));
    check("the first element has the focus and a name", Boolean(first), first);
    await page.keyboard.press("ArrowRight");
    const second = await page.evaluate(() => document.activeElement.getAttribute("aria-label"));
    check("the next one", Boolean(second) && second !== first, second);
    check("and is told beside it", await page.isVisible("#tip"));
    const before = await page.locator("#tip").boundingBox();
    await page.evaluate(() => new Promise((done) => { addEventListener("scroll", () => requestAnimationFrame(done), { once: true }); scrollBy(0, 40); }));
    const after = await page.locator("#tip").boundingBox();
    check("which goes along when the page scrolls", after !== null && after.y < before.y);
    await page.keyboard.press("Enter");
    check("Enter focuses it", await has_class(page, "focusing"));
    await page.keyboard.press("Escape");
    check("Esc gives the keyboard back to the picture", await page.evaluate(() => Boolean(document.activeElement.closest("#relations .canvas"))));
    await page.keyboard.press("j");
    await page.waitForTimeout(50);
    check("J goes on", (await page.evaluate(() => scrollY)) > 0);
    await page.keyboard.press("?");
    check("? tells the keys", await page.isVisible("dialog"));
    await page.keyboard.press("Escape");
    await close(page, "keyboard");
  },
  async "hover tells what a shape is"(file) {
    const page = await open(file);
    const shape = page.locator('#gaps .canvas [data-id="appointment-soon"] text').first();
    await shape.scrollIntoViewIfNeeded();
    await shape.hover();
    check("in words", (await page.textContent("#tip")).includes("Appointment within three days"));
    await close(page, "hover");
  },
  async "copies are whole files"(file) {
    const page = await open(file, { permissions: ["clipboard-read", "clipboard-write"] });
    const picture = page.locator("#gaps .picture");
    await picture.hover();
    await picture.getByRole("button", { name: "Copy as SVG" }).click();
    await page.waitForFunction(() => document.getElementById("said").textContent === "SVG copied");
    const svg = await page.evaluate(() => navigator.clipboard.readText());
    check("literal colours", !svg.includes("var(--") && svg.includes('fill="#'), svg.slice(0, 200));
    check("its font", svg.includes("@font-face"));
    check("halos of their own", svg.includes('aria-hidden="true"') && !svg.includes("paint-order"));
    check("names as titles", /<title>[^<]*Appointment within three days/.test(svg));
    const copied = join(folder, "copied.svg");
    writeFileSync(copied, svg);
    const alone = await open(copied, { viewport: { width: 1600, height: 900 } });
    equal("opens alone", await alone.evaluate(() => document.documentElement.tagName), "svg");
    const written = join(folder, "written.svg");
    execFileSync(program, ["render", join(samples, "clinics", "map.yaml"), "--diagram", "gaps", "-o", written, "--quiet"]);
    const same = await open(written, { viewport: { width: 1600, height: 900 } });
    const { most, x, y } = await difference(page, await alone.screenshot(), await same.screenshot());
    check("looks like the picture that the program writes", most <= furthest, `${most.toFixed(1)} of 255 at ${x}, ${y}`);
    await close(same, "written picture");
    await close(alone, "copied picture");
    await picture.getByRole("button", { name: "Copy as PNG" }).click();
    await page.waitForFunction(() => document.getElementById("said").textContent === "PNG copied");
    const size = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      const image = await createImageBitmap(await item.getType("image/png"));
      return [image.width, image.height];
    });
    equal("twice the pixels", size, [3200, 1800]);
    await close(page, "copies");
  },
  async "light and dark"(file) {
    const colour = (page) => page.evaluate(() => [getComputedStyle(document.body).backgroundColor, getComputedStyle(document.querySelector("#gaps .ground")).fill]);
    const dark = await open(file, { colorScheme: "dark" });
    equal("follows the reader's theme", await colour(dark), ["rgb(14, 18, 25)", "rgb(23, 28, 38)"]);
    await dark.keyboard.press("d");
    equal("and changes on D", await colour(dark), ["rgb(246, 247, 250)", "rgb(255, 255, 255)"]);
    await close(dark, "dark");
  },
  async "a telephone shows it without scrolling sideways"(file) {
    const page = await open(file, { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
    equal("as wide as the screen", await page.evaluate(() => document.documentElement.scrollWidth), 390);
    await close(page, "telephone");
  },
  async "without JavaScript all content is there"(file) {
    const page = await open(file, { javaScriptEnabled: false });
    check("no tool that does nothing", !(await page.isVisible(".filters")));
    check("tables", await page.isVisible("#gaps table"));
    check("pictures", await page.isVisible("#relations svg"));
    check("names of shapes", (await page.locator("#relations svg g > title").count()) > 50);
    await page.click('#summary a[href^="#gap/"]');
    check("links lead to rows", (await page.evaluate(() => 0).catch(() => 0)) === 0 && (await page.locator("tr:target").count()) === 1);
    await close(page, "no script");
  },
};

/** What takes a browser long is looked at on a small map, which has every section too. */
const small_tests = {
  async "no serious violation of accessibility"(file) {
    const page = await open(file);
    equal("axe", await serious_violations(page), []);
    await page.click('#gaps td a[href^="#element/"]');
    equal("axe, of the card", await serious_violations(page, "#card"), []);
    await close(page, "axe");
  },
  async "nor in dark"(file) {
    const page = await open(file, { colorScheme: "dark" });
    equal("axe in dark", await serious_violations(page), []);
    await close(page, "axe in dark");
  },
  async "prints on A4"(file) {
    const page = await open(file, { colorScheme: "dark", hash: "#gap/minutes" });
    const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
    const text = pdf.toString("latin1");
    check("pages of A4, lying", /\/MediaBox\s*\[0 0 84[12](\.\d+)? 59[456](\.\d+)?\]/.test(text), text.match(/\/MediaBox[^\]]*\]/)?.[0]);
    const pages = Math.max(...[...text.matchAll(/\/Count (\d+)/g)].map((found) => Number(found[1])));
    check("some pages", pages > 10 && pages < 40, pages);
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    equal("paper is light", await page.evaluate(() => getComputedStyle(document.querySelector("#gaps .ground")).fill), "rgb(255, 255, 255)");
    check("without tools", !(await page.isVisible(".bar")) && !(await page.isVisible("#card")));
    const cut = await page.$$eval("table", (tables) => tables.filter((table) => table.getBoundingClientRect().left < table.closest("section").getBoundingClientRect().left - 0.5).length);
    equal("tables that begin left of the paper", cut, 0);
    equal("headings that paper can repeat", await page.$eval("#gaps th button", (button) => getComputedStyle(button).display), "contents");
    await close(page, "print");
  },
};

async function hostile() {
  const long = "x".repeat(10000);
  const name = `<script>alert(1)</script><img src=x onerror=alert(2)> ]]> " ' & </style></svg></title>`;
  const map = {
    outmap: 1,
    title: `</title><script>alert(3)</script> ${long}`,
    vision: name,
    customers: [{ id: "a", name, tags: [name], attributes: { 'on"click': name }, needs: ["n"] }, { id: "b", name: long, tags: ["t"] }],
    partners: [{ id: "p", name: `" onclick="alert(4)`, outcome_challenge: name }],
    needs: [{ id: "n", statement: name, quote: name }],
    journeys: [{ id: "j", name, customers: ["a"], stages: [{ id: "s", name, goal: name, outcomes: ["o"], pains: [name, long], touchpoints: ["t"] }] }],
    touchpoints: [{ id: "t", name, channel: "web" }],
    outcomes: [{ id: "o", name, holders: ["a"], importance: 9, current: 2, target: 8, unit: "<u>" }, { id: "q", name: long, holders: ["b"], importance: 8, current: 2, target: 8 }],
    initiatives: [{ id: "i", name, cost: 10, closes: { o: 0.5 } }],
    relations: [{ from: "a", to: "p", type: name, strength: 0.5 }],
    influences: [{ from: "i", to: "o", weight: 0.5 }],
    evidence: [{ id: "e", quote: name, source: name, supports: ["o"] }],
  };
  const file = join(folder, "hostile.json");
  writeFileSync(file, JSON.stringify(map));
  const page = await open(report("hostile", file));
  equal("no script but ours, no image", await page.evaluate(() => [document.scripts.length, document.images.length, document.querySelectorAll("u, [onclick], [onerror]").length]), [1, 0, 0]);
  check("the name is shown", (await page.textContent('[id="element/a"] b')) === name);
  await page.click('#gaps td a[href="#element/o"]');
  equal("in the card too", await page.textContent("#card h2"), name);
  await page.keyboard.press("Escape");
  await page.hover("#gaps .picture");
  equal("no wider than the window", await page.evaluate(() => document.documentElement.scrollWidth), 1440);
  await close(page, "hostile names");
}

async function empty() {
  const file = join(folder, "empty.json");
  writeFileSync(file, JSON.stringify({ outmap: 1, title: "Nothing yet" }));
  const page = await open(report("empty", file));
  equal("sections of a map with nothing in it", await page.$$eval("main > section", (all) => all.map((one) => one.id)), ["summary", "relations", "evidence"]);
  equal("axe, of a map with nothing in it", await serious_violations(page), []);
  await close(page, "empty map");
}

const began = Date.now();
try {
  const clinics = story("clinics");
  const minimal = report("minimal", join(samples, "minimal", "map.yaml"), "--act", "shelf=1");
  const all = [...Object.entries(tests).map(([name, test]) => [name, test, clinics]), ...Object.entries(small_tests).map(([name, test]) => [name, test, minimal])];
  for (const [name, test, file] of all) await test(file).catch((error) => check(name, false, error.message));
  const saas = await open(story("saas"));
  check("the software firm has its sections", (await saas.locator("main > section").count()) === 11);
  await close(saas, "the software firm");
  await hostile().catch((error) => check("hostile names", false, error.message));
  await empty().catch((error) => check("empty map", false, error.message));
} finally {
  await browser.close();
  rmSync(folder, { recursive: true });
}
console.log(`browser tests: ${passed} passed, ${failed} failed, ${((Date.now() - began) / 1000).toFixed(1)} s`);
process.exit(failed === 0 ? 0 : 1);
