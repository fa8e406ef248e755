// Searches the index in the browser and shows what is found. All words on screen stand in the page.
"use strict";

const CUT = "^"; // stands in compounds of the index, see search/compounds.py
const WIDE = "(min-width: 48rem)";
const AT_ONCE = 10;
const CLOSE = 5;
const SHORTEST = 4;
const ENDING = 3;
const PAUSE = 250;
const LONG_WORD = 8;
const RANKING = {
  termFrequency: 0.6,
  termSimilarity: 4,
  pageLength: 0.3,
  metaWeights: { title: 4, parts: 0.6, related: 0.05 }, // the fields of search/index.py
};

const form = document.getElementById("zoeken");
const field = document.getElementById("vraag");
const choices = [...form.querySelectorAll("select")];
const fold = document.getElementById("keuzes");
const list = document.getElementById("resultaten");
const status = document.getElementById("stand");
const more = document.getElementById("meer");
const words = document.getElementById("zegt").content;
const item = document.getElementById("resultaat").content;
const shapes = document.getElementById("vormen").content;
const unsaid = new Set(form.dataset.unsaid.split(" "));

let index; // the promise of Pagefind, once asked for
let subjects; // the promise of the words of the register, once needed
let latest = 0; // counts searches, so that a slow one never overwrites a later one
let waiting;

const address = (path) => new URL(path, document.baseURI).href;
const plain = (text) => text.replaceAll(CUT, "");
const bare = (text) => plain(text).normalize("NFD").replace(/\p{M}/gu, "");
const wordsOf = (text) => text.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}^'’-]*/gu) ?? [];

function say(key, values = {}) {
  const text = words.querySelector(`[data-key="${key}"]`).textContent;
  status.textContent = text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

async function load() {
  if (location.protocol === "file:") throw new Error("an index on disk cannot be read");
  const pagefind = await import(address(form.dataset.index));
  await pagefind.options({
    noWorker: true,
    excerptLength: 32,
    metaCacheTag: form.dataset.version,
    ranking: RANKING,
  });
  await pagefind.init();
  return pagefind;
}

function start() {
  index ??= load();
  index.catch(() => say("failed"));
  return index;
}

// What is asked

function telling(asked) {
  const all = wordsOf(asked);
  const kept = all.filter((word) => !unsaid.has(word));
  return kept.length ? kept : all;
}

function asked() {
  const filters = choices.filter((one) => one.value).map((one) => [one.name, one.value]);
  return { text: field.value.trim(), filters: Object.fromEntries(filters) };
}

function remember(what, how) {
  const query = new URLSearchParams(what.text ? { q: what.text } : {});
  Object.entries(what.filters).forEach(([name, value]) => query.set(name, value));
  const next = query.size ? `?${query}` : location.pathname;
  if (next !== location.search) history[how](null, "", next);
}

function recall() {
  const query = new URLSearchParams(location.search);
  field.value = query.get("q") ?? "";
  for (const one of choices) {
    const wanted = query.get(one.name) ?? "";
    one.value = [...one.options].some((option) => option.value === wanted) ? wanted : "";
  }
  fold.open = matchMedia(WIDE).matches || choices.some((one) => one.value);
}

// What is found

async function find(pagefind, what) {
  const { text, filters } = what;
  if (!text && !Object.keys(filters).length) return { results: [], marks: [], key: "empty" };
  if (!text) return { results: await ordered(pagefind, null, filters), marks: [], key: "chosen" };
  const marks = telling(text);
  const results = await ordered(pagefind, marks.join(" "), filters);
  if (await says(results, marks, isIn)) return { results, marks, key: "all" };
  const known = await Promise.all(marks.map((word) => spelled(pagefind, word)));
  if (results.length && known.every((word, place) => word === marks[place])) return { results, marks, key: "all" };
  return (await corrected(pagefind, marks, known, filters)) ?? some(pagefind, known.filter(Boolean), filters);
}

// What a check says of a promise comes after the promises.
async function ordered(pagefind, asked, filters) {
  const last = { soort: form.dataset.last };
  if (filters.soort) return (await pagefind.search(asked, { filters })).results;
  const first = await pagefind.search(asked, { filters: { ...filters, not: last } });
  const after = await pagefind.search(asked, { filters: { ...filters, ...last } });
  return [...first.results, ...after.results];
}

// Whether the first results say the words: where no word begins like them, Pagefind takes shorter ones.
async function says(results, marks, way) {
  const first = await Promise.all(results.slice(0, CLOSE).map((one) => one.data()));
  const said = first.flatMap((one) => [one.content, ...Object.values(one.meta)].flatMap(wordsOf)).map(bare);
  return results.length > 0 && marks.map(root).map(bare).every((stem) => said.some((word) => way(word, stem)));
}

const isIn = (word, stem) => word.includes(stem);
const begins = (word, stem) => word.startsWith(stem.slice(0, Math.max(SHORTEST, stem.length - ENDING)));

// The word itself where results say it, else one of the register that is nearly the same, else what it inflects.
async function spelled(pagefind, word) {
  const { results } = await pagefind.search(word);
  if (await says(results, [word], isIn)) return word;
  return (await nearest(word)) ?? ((await says(results, [word], begins)) ? word : null);
}

async function corrected(pagefind, marks, known, filters) {
  if (!known.every(Boolean) || known.every((word, place) => word === marks[place])) return null;
  const results = await ordered(pagefind, known.join(" "), filters);
  return results.length ? { results, marks: known, key: "corrected", instead: known.join(" ") } : null;
}

async function some(pagefind, marks, filters) {
  const found = new Map();
  for (const word of marks) {
    for (const one of await ordered(pagefind, word, filters)) {
      const before = found.get(one.id) ?? { one, times: 0, score: 0 };
      found.set(one.id, { one, times: before.times + 1, score: before.score + one.score });
    }
  }
  const best = [...found.values()].sort((a, b) => b.times - a.times || b.score - a.score);
  return { results: best.map(({ one }) => one), marks, key: best.length ? "some" : "none" };
}

// The word of the register that is nearly the same, else the longest that the word begins or ends with.
async function nearest(word) {
  subjects ??= fetch(address(form.dataset.subjects)).then((answer) => answer.json());
  const all = (await subjects).map((one) => one.toLowerCase());
  const most = word.length < LONG_WORD ? 1 : 2;
  let best = null;
  for (const one of all) {
    const far = distance(root(word), root(one), most);
    if (far <= most && far < (best?.far ?? Infinity)) best = { one, far };
  }
  const parts = all.filter((one) => one.length > SHORTEST && (word.startsWith(one) || word.endsWith(one)));
  return best?.one ?? parts.sort((a, b) => b.length - a.length)[0];
}

// How many letters differ, where two that changed places count once; more than `most` is not told apart.
function distance(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before = [];
  let row = [...Array(other.length + 1).keys()];
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1] ? 0 : 1;
      next[j] = Math.min(next[j - 1] + 1, row[j] + 1, row[j - 1] + same);
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
        next[j] = Math.min(next[j], before[j - 2] + 1);
      }
    }
    [before, row] = [row, next];
  }
  return row[other.length];
}

// What is shown

const root = (word) => word.replace(/(?<=.{4})(en|s|e|n)$/u, "");

function put(node, text, marks) {
  for (const piece of text.split(/(?<=[^\p{L}\p{N}^])|(?=[^\p{L}\p{N}^])/u)) {
    const shown = plain(piece);
    const marked = marks.some((mark) => bare(shown.toLowerCase()).includes(bare(mark)));
    node.append(marked ? Object.assign(document.createElement("mark"), { textContent: shown }) : shown);
  }
  node.normalize();
  return node.querySelector("mark") !== null;
}

// A value of a filter in the words of the page: the index has it in Dutch
function shown(filter, value) {
  const options = form.elements[filter]?.options ?? [];
  return [...options].find((one) => one.value === value)?.textContent ?? value;
}

function result(data, marks) {
  const card = item.cloneNode(true);
  const part = (name) => card.querySelector(`[data-part="${name}"]`);
  const found = new DOMParser().parseFromString(data.excerpt, "text/html").body.textContent.trim();
  const text = `${data.content.startsWith(found) ? "" : "… "}${found}${data.content.endsWith(found) ? "" : " …"}`;
  const { status: [state] = [], soort, document: documents } = data.filters;
  part("title").href = address(form.dataset.root + data.raw_url);
  const inTitle = put(part("title"), data.meta.title, marks);
  const inText = put(part("text"), text, marks);
  if (plain(text) === plain(data.meta.title)) part("text").remove();
  if (inTitle || inText || !marks.length) part("related").remove();
  if (state) {
    const shape = [...shapes.children].find((one) => one.dataset.status === state);
    part("status").append(...(shape?.cloneNode(true).childNodes ?? []), ` ${shown("status", state)}`);
  } else {
    part("status").remove();
  }
  part("about").textContent = [[soort].flat().map((one) => shown("soort", one)), documents].flat().filter(Boolean).join(" · ");
  return card;
}

async function show(found, marks, turn) {
  const shown = list.children.length;
  const next = await Promise.all(found.slice(shown, shown + AT_ONCE).map((one) => one.data()));
  if (turn !== latest) return;
  list.append(...next.map((data) => result(data, marks)));
  more.hidden = list.children.length >= found.length;
  more.onclick = async () => {
    const first = list.children.length;
    await show(found, marks, turn);
    list.children[first]?.querySelector("a").focus();
  };
}

function tell({ results, key, instead }, what) {
  const count = results.length;
  const values = { asked: what.text, instead, count };
  if (key === "all") say(count === 1 ? "one" : "many", values);
  else if (key !== "chosen") say(key, values);
  else say(count === 1 ? "one-chosen" : "many-chosen", values);
}

async function search(how) {
  latest += 1;
  const turn = latest;
  const what = asked();
  if (how) remember(what, how);
  let pagefind;
  try {
    pagefind = await start();
  } catch {
    return;
  }
  const found = await find(pagefind, what);
  if (turn !== latest) return;
  list.replaceChildren();
  const marks = found.marks.map(root);
  await show(found.results, marks, turn);
  if (turn === latest) tell(found, what);
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(waiting);
  search("pushState");
});
field.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(search, PAUSE, "replaceState");
});
field.addEventListener("focus", start, { once: true });
choices.forEach((one) => one.addEventListener("change", () => search("pushState")));
addEventListener("popstate", () => {
  recall();
  search();
});

document.getElementById("zonder-script").hidden = true;
recall();
if (location.search) search();
