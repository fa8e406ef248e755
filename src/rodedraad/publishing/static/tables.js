// Sorts, filters and exports the tables of a list in the browser. All words on screen stand in the page.
"use strict";

(() => {
  const FORMULA = /^[=+\-@\t\r]/;
  const LANGUAGE = document.documentElement.lang;
  const [POINT, THOUSANDS, NUMBER] =
    LANGUAGE === "en"
      ? [".", ",", /^[−-]?(?:€\s*)?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?\s*%?$/]
      : [",", ".", /^[−-]?(?:€\s*)?(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?\s*%?$/];
  const PLAIN = /^-?\d+(?:\.\d+)?$/;
  const ENTRY = "table[data-rd-list]";

  const template = document.getElementById("lijst");
  const tables = [...document.querySelectorAll(ENTRY)];
  if (!template || !tables.length) return;

  const tools = template.content.firstElementChild.cloneNode(true);
  const field = tools.querySelector("[name=zoek]");
  const order = tools.querySelector("[name=sorteer]");
  const status = tools.querySelector("[role=status]");
  const choices = tools.querySelector("[data-choices]");
  const heads = [...tables[0].tHead.rows[0].cells];
  const rows = tables.flatMap((table) => [...table.tBodies[0].rows]);
  const filters = new Map();

  // What a cell says

  const textOf = (cell) => cell.textContent.replace(/\s+/g, " ").trim();
  const unknown = (cell) => !textOf(cell) || cell.matches(".rd-unknown") || cell.querySelector(":scope > .rd-unknown");
  const keyOf = (cell) => cell.dataset.sort ?? cell.querySelector("time")?.dateTime ?? textOf(cell);

  function numberOf(text) {
    if (PLAIN.test(text)) return Number(text);
    if (!NUMBER.test(text)) return NaN;
    return Number(text.replace(/[€%\s]/g, "").replaceAll(THOUSANDS, "").replace("−", "-").replace(POINT, "."));
  }

  // Sorting: what is not known comes last, whichever way

  const original = new Map(rows.map((row, place) => [row, place]));

  function compare(column, down) {
    const known = rows.filter((row) => !unknown(row.cells[column]));
    const numbers = known.every((row) => !Number.isNaN(numberOf(keyOf(row.cells[column]))));
    return (one, two) => {
      const [first, second] = [one.cells[column], two.cells[column]];
      if (unknown(first) || unknown(second)) return unknown(first) - unknown(second) || original.get(one) - original.get(two);
      const [a, b] = [keyOf(first), keyOf(second)];
      const way = numbers ? numberOf(a) - numberOf(b) : a.localeCompare(b, LANGUAGE, { numeric: true });
      return (down ? -way : way) || original.get(one) - original.get(two);
    };
  }

  function sort() {
    const [column, way] = order.value.split(":");
    const by = column === "" ? (one, two) => original.get(one) - original.get(two) : compare(Number(column), way === "af");
    for (const table of tables) {
      const body = table.tBodies[0];
      body.append(...[...body.rows].sort(by));
      [...table.tHead.rows[0].cells].forEach((head, place) => {
        if (column !== "" && place === Number(column)) head.setAttribute("aria-sort", way === "af" ? "descending" : "ascending");
        else head.removeAttribute("aria-sort");
      });
    }
  }

  // Filtering: a row is shown where it holds every word and every choice

  function filter() {
    const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
    for (const row of rows) {
      const text = textOf(row).toLowerCase();
      const chosen = [...filters].every(([column, select]) => !select.value || textOf(row.cells[column]) === select.value);
      row.hidden = !(chosen && words.every((word) => text.includes(word)));
    }
    for (const table of tables) {
      const none = [...table.tBodies[0].rows].every((row) => row.hidden);
      if (tables.length > 1) (table.closest("section") ?? table).hidden = none;
    }
    const shown = rows.filter((row) => !row.hidden).length;
    status.textContent = status.dataset.says.replace("{shown}", shown).replace("{all}", rows.length);
  }

  // The state stands in the address, so that it can be kept and sent

  const controls = () => [field, order, ...filters.values()];

  function remember() {
    const asked = new URLSearchParams();
    for (const one of controls()) if (one.value) asked.set(one.name, one.value);
    const query = asked.toString();
    history.replaceState(history.state, "", (query ? `?${query}` : location.pathname.split("/").pop() || ".") + location.hash);
  }

  function recall() {
    const asked = new URLSearchParams(location.search);
    for (const one of controls()) {
      const value = asked.get(one.name) ?? "";
      if (one === field || [...one.options].some((option) => option.value === value)) one.value = value;
    }
  }

  function show() {
    sort();
    filter();
    remember();
  }

  // Export: exactly what is shown, in the order in which it is shown

  const quoted = (text) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const safe = (text) => quoted(FORMULA.test(text) && Number.isNaN(numberOf(text)) ? `'${text}` : text);

  function lines() {
    const several = tables.length > 1;
    const named = (table) => textOf(table.closest("section")?.querySelector("h2, h3") ?? table.caption);
    const body = tables.flatMap((table) =>
      [...table.tBodies[0].rows]
        .filter((row) => !row.hidden)
        .map((row) => [...(several ? [named(table)] : []), ...[...row.cells].map(textOf)]),
    );
    const head = [...(several ? [tools.dataset.group] : []), ...heads.map((one) => one.dataset.name)];
    return [head, ...body].map((cells) => cells.map(safe).join(",")).join("\r\n") + "\r\n";
  }

  function save() {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([lines()], { type: "text/csv;charset=utf-8" }));
    link.download = tables[0].dataset.rdList;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 0);
  }

  // What is put on the page

  function sortable(head, place) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "rd-sort";
    button.setAttribute("aria-label", tools.dataset.sort.replace("{column}", head.dataset.name));
    button.addEventListener("click", () => {
      const next = { [`${place}:op`]: `${place}:af`, [`${place}:af`]: "" };
      order.value = next[order.value] ?? `${place}:op`;
      show();
    });
    head.append(" ", button);
  }

  function choice(head, place) {
    const said = rows.map((row) => row.cells[place]).filter((cell) => !unknown(cell)).map(textOf);
    const values = [...new Set(said)].sort((a, b) => a.localeCompare(b, LANGUAGE, { numeric: true }));
    if (values.length < 2) return;
    const made = choices.content.firstElementChild.cloneNode(true);
    const select = made.querySelector("select");
    select.name = `k${place}`;
    made.querySelector("span").textContent = head.dataset.name;
    select.append(...values.map((value) => new Option(value, value)));
    filters.set(place, select);
    choices.before(made);
  }

  for (const table of tables) {
    for (const head of table.tHead.rows[0].cells) head.dataset.name = textOf(head);
    [...table.tHead.rows[0].cells].forEach(sortable);
  }
  heads.forEach((head, place) => {
    for (const [way, words] of [["op", order.dataset.up], ["af", order.dataset.down]]) {
      order.append(new Option(words.replace("{column}", head.dataset.name), `${place}:${way}`));
    }
    if (head.dataset.rdFilter !== undefined) choice(head, place);
  });
  template.replaceWith(tools);
  for (const one of controls()) one.addEventListener("input", show);
  tools.querySelector("[name=alles]").addEventListener("click", () => {
    for (const one of controls()) one.value = "";
    show();
    field.focus();
  });
  tools.querySelector("[name=bewaar]").addEventListener("click", save);
  recall();
  sort();
  filter();
})();
