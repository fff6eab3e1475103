/**
 * The program that runs a candidate's code on a case. Its units are counted, so a run costs the same on any machine: one for
 * each look-up of a distance, those of the finished tour included, and one for each random number.
 */
export const runner = String.raw`// node tools/run.mjs <meter URL> <case>      runs src/ga.mjs on a case, hands the run in and writes work/runs/<case>.json
// node tools/run.mjs --record <case>         only prints what there is to hand in, for those who do it themselves
// node tools/run.mjs --try <case>            only says what it would cost
// node tools/run.mjs --profile <case>        says which functions look up the distances, as shares of all
//
// src/ga.mjs exports solve({ cities, distance, random }), which gives a tour: each of 0 to cities - 1 once, in order.
// distance(a, b) is the rounded distance of two cities; random() is a number from 0 to 1. Each call of either costs one
// unit, and so does each stage of the tour that comes out.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const [where, id] = process.argv.slice(2);
const given = JSON.parse(readFileSync('input/cases.json', 'utf8')).find((one) => one.id === id);
if (given === undefined) fail('there is no case ' + id);
const { points, seed } = given;
const source = readFileSync('src/ga.mjs', 'utf8');
const { solve } = await import(pathToFileURL('src/ga.mjs').href);

const lookups = points.map(() => points.map(() => 0));
let draws = 0;
let calls = 0;
const callers = new Map();
function distance(a, b) {
  if (points[a] === undefined || points[b] === undefined) fail('there is no distance from ' + a + ' to ' + b);
  lookups[a][b] += 1;
  calls += 1;
  if (where === '--profile' && calls % 97 === 1) note(new Error().stack);
  return Math.floor(Math.sqrt((points[a].x - points[b].x) ** 2 + (points[a].y - points[b].y) ** 2) + 0.5);
}
let state = seed >>> 0;
function random() {
  draws += 1;
  state = (state + 0x6d2b79f5) >>> 0;
  let mixed = Math.imul(state ^ (state >>> 15), state | 1);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
}

const tour = [...solve({ cities: points.length, distance, random })].map(Number);
if (new Set(tour).size !== points.length || tour.some((city) => points[city] === undefined)) fail('this is no tour: ' + tour);
const length = tour.reduce((sum, city, index) => sum + distance(city, tour[(index + 1) % tour.length]), 0);
const cost = draws + lookups.flat().reduce((sum, count) => sum + count, 0);

if (where === '--try') console.log(JSON.stringify({ case: id, cost, length }));
else if (where === '--profile') {
  const all = [...callers.values()].reduce((sum, count) => sum + count, 0);
  const shares = [...callers].sort((a, b) => b[1] - a[1]).map(([name, count]) => ({ name, share: Math.round((100 * count) / all) }));
  console.log(JSON.stringify({ case: id, cost, draws, lookups: cost - draws, callers: shares }));
} else {
  mkdirSync('work/code', { recursive: true });
  writeFileSync('work/code/' + createHash('sha256').update(source).digest('hex').slice(0, 16) + '.mjs', source);
  const body = JSON.stringify({ case: id, tour, draws, lookups, source });
  if (where === '--record') console.log(body);
  else await handIn(body);
}

async function handIn(body) {
  const answer = await fetch(where + '/runs/' + id, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  const text = await answer.text();
  if (!answer.ok) fail(text);
  const run = JSON.parse(text);
  mkdirSync('work/runs', { recursive: true });
  const record = JSON.stringify({ ...run, tour, draws, lookups }) + '\n';
  writeFileSync('work/runs/' + id + '-' + run.run + '.json', record);
  writeFileSync('work/runs/' + id + '.json', record);
  console.log(JSON.stringify(run));
}

/** The functions of src/ga.mjs that a look-up came from, innermost first. */
function note(stack) {
  const names = stack.split('\n').filter((line) => line.includes('/src/ga.mjs')).map((line) => /at (?:\w+\.)?(\w+) /.exec(line)?.[1] ?? 'anonymous');
  const name = [...new Set(names)].slice(0, 3).join(' < ') || 'the runner';
  callers.set(name, (callers.get(name) ?? 0) + 1);
}

function fail(why) {
  console.error(why);
  process.exit(1);
}
`;
