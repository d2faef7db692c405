// Holds the JSON Schema that `outmap schema` prints against every sample, which must pass, and against small broken
// maps, which must fail at the right place. Usage: node schema.test.mjs PROGRAM
import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync, existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import Ajv2020 from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { parse } from "yaml";

const program = resolve(process.argv[2]);
const samples = join(dirname(fileURLToPath(import.meta.url)), "..", "..", "samples");
const schema = JSON.parse(execFileSync(program, ["schema"], { encoding: "utf8" }));
const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true });
addFormats(ajv);
const validate = ajv.compile(schema);

let passed = 0;
let failed = 0;
function check(what, holds, detail = "") {
  if (holds) passed += 1;
  else {
    failed += 1;
    console.error(`FAILED: ${what} ${detail}`);
  }
}

for (const story of readdirSync(samples)) {
  const file = join(samples, story, "map.yaml");
  if (!existsSync(file)) continue;
  const valid = validate(parse(readFileSync(file, "utf8")));
  check(`${story}/map.yaml passes`, valid, JSON.stringify(validate.errors));
  const shown = JSON.parse(execFileSync(program, ["show", file, "--format", "json"], { encoding: "utf8", maxBuffer: 1 << 28 }));
  check(`${story} as shown in JSON passes`, validate(shown), JSON.stringify(validate.errors?.slice(0, 3)));
}

// Each is a piece of a map and the path at which the schema must refuse it.
const broken = [
  ["{}", ""],
  ["outmap: 2", "/outmap"],
  ["outmap: 1\ncurency: EUR", ""],
  ["outmap: 1\ndate: 1 May 2026", "/date"],
  ["outmap: 1\ndate: 2026-02-30", "/date"],
  ["outmap: 1\ncustomers: {a: b}", "/customers"],
  ["outmap: 1\ncustomers: [{name: No id}]", "/customers/0"],
  ["outmap: 1\ncustomers: [{id: a.b}]", "/customers/0/id"],
  ["outmap: 1\ncustomers: [{id: a, size: -1}]", "/customers/0/size"],
  ["outmap: 1\ncustomers: [{id: a, sice: 1}]", "/customers/0"],
  ["outmap: 1\ncustomers: [{id: a, attributes: {b: {c: 1}}}]", "/customers/0/attributes/b"],
  ["outmap: 1\ncustomers: [{id: a, clv: {retention: 1.2}}]", "/customers/0/clv/retention"],
  ["outmap: 1\npartners: [{id: a, kind: extern}]", "/partners/0/kind"],
  ["outmap: 1\npartners: [{id: a, progress_markers: {hope: []}}]", "/partners/0/progress_markers"],
  ["outmap: 1\nneeds: [{id: a, importance: 11}]", "/needs/0/importance"],
  ["outmap: 1\njourneys: [{id: a, stages: [{id: b, emotion: 3}]}]", "/journeys/0/stages/0/emotion"],
  ["outmap: 1\noutcomes: [{id: a, direction: up}]", "/outcomes/0/direction"],
  ["outmap: 1\noutcomes: [{id: a, holders: everyone}]", "/outcomes/0/holders"],
  ["outmap: 1\ninitiatives: [{id: a, closes: {b: 2}}]", "/initiatives/0/closes/b"],
  ["outmap: 1\nrelations: [{from: a}]", "/relations/0"],
  ["outmap: 1\ninfluences: [{from: a, to: b, weight: 70}]", "/influences/0/weight"],
  ["outmap: 1\nreadings: [{of: a, date: 2026-01-01, value: often}]", "/readings/0/value"],
  ["outmap: 1\ntables: {custommers: c.csv}", "/tables"],
];
for (const [text, path] of broken) {
  const refused = !validate(parse(text)) && validate.errors.some((error) => error.instancePath === path);
  check(`refused at '${path}': ${text.replaceAll("\n", " | ")}`, refused, JSON.stringify(validate.errors));
}

console.log(`schema: ${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
