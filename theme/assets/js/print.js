/*
  Readies the page for paper, and clears up behind it. What is told by a pointer on the screen stands at the end of
  the printed page: «Пояснения» to the marks and notes of the transcript, by number, and «Сокращения»; both only of what
  the filter lets print. The address of the page takes the filter along.
  While this holds, <html> has the class `dk-printing` (css/print.css).
*/
(() => {
  const content = document.querySelector(".md-content__inner");
  if (!content) return;
  const address = content.querySelector("[data-page-address]");
  const plainAddress = address?.textContent;
  let added = [];

  const prints = (element) => !element.closest("[hidden], details[data-fold]:not([data-chosen]), .dk-timeline__told");
  const all = (selector) => [...content.querySelectorAll(selector)].filter(prints);
  const make = (name, text = "", className = "") => {
    const element = document.createElement(name);
    element.className = className;
    element.textContent = text;
    return element;
  };
  const add = (element, put) => {
    put(element);
    added.push(element);
  };

  /** What a note says, a line each; without what a mark of the same row says already. */
  const linesOf = (note) => {
    const row = note.closest("tr, .dk-entry, .dk-document, .dk-head");
    const marked = [...(row?.querySelectorAll(".dk-mark") ?? [])].map((mark) => mark.dataset.tip);
    const said = (line) => line.dataset.inferred && marked.some((tip) => tip.includes(line.dataset.inferred));
    return [...note.querySelectorAll("li")].filter((line) => !said(line)).map((line) => line.textContent.trim());
  };

  const headingBefore = (element) => {
    for (let at = element.previousElementSibling; at; at = at.previousElementSibling) if (/^H[1-6]$/.test(at.tagName)) return at;
    return null;
  };

  /** Where the numbers of a note stand: at the end of the title that it speaks of, else before the first block beside it. */
  const placeOf = (note) => {
    const owner = note.closest("li:not(.dk-entry, .dk-document), td, th, .dk-entry, .dk-document, .dk-head");
    const title = owner ? owner.querySelector(":scope > .dk-title, .dk-entry__title, .dk-document__title, h1") : headingBefore(note);
    if (title) return { after: title.lastChild };
    const block = [...note.parentElement.children].find((each) => each.matches(".dk-reading, ul, ol")) ?? note;
    return { after: block.previousSibling ?? block };
  };

  /** 1, 2, 3, 7 → «1–3, 7)» */
  const inWords = (numbers) => {
    const runs = [];
    for (const number of [...new Set(numbers)].sort((a, b) => a - b)) {
      const last = runs.at(-1);
      if (last?.[1] === number - 1) last[1] = number;
      else runs.push([number, number]);
    }
    return `${runs.map(([from, to]) => (from === to ? from : `${from}${to - from > 1 ? "–" : ", "}${to}`)).join(", ")})`;
  };

  /** Puts the numbers behind what they explain, in the order of the page; returns all explanations by their numbers. */
  const number = () => {
    const found = all(".dk-mark, .dk-notes").map((each) =>
      each.matches(".dk-mark") ? { after: each, texts: [each.dataset.tip] } : { ...placeOf(each), texts: linesOf(each) });
    found.sort((a, b) => (a.after === b.after ? 0 : a.after.compareDocumentPosition(b.after) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
    const known = new Map();
    const places = new Map();
    for (const { after, texts } of found) {
      const numbers = texts.map((text) => known.get(text) ?? known.set(text, known.size + 1).get(text));
      places.set(after, [...(places.get(after) ?? []), ...numbers]);
    }
    for (const [after, numbers] of places) {
      if (numbers.length) add(make("sup", inWords(numbers), "dk-print-only dk-noted"), (sup) => after.after(sup));
    }
    return known;
  };

  const explained = (known) => {
    const list = make("ol", "", "dk-explained");
    for (const [text, index] of known) {
      const item = make("li");
      item.append(make("b", `${index})`), text);
      list.append(item);
    }
    return list;
  };

  const abbreviations = () => {
    const found = new Map();
    for (const each of all("abbr[data-tip], abbr[title], .dk-bodies a[title]")) {
      if (each.closest("thead")) continue; // days of the week
      const full = each.dataset.tip ?? each.title;
      const key = `${each.textContent}\n${full}`.toLowerCase();
      if (!found.has(key)) found.set(key, [each.textContent, full]);
    }
    return [...found.values()].sort(([a], [b]) => a.localeCompare(b, "ru"));
  };

  const shorts = (pairs) => {
    const list = make("dl", "", "dk-short");
    for (const [short, full] of pairs) {
      const pair = make("div");
      pair.append(make("dt", short), make("dd", full));
      list.append(pair);
    }
    return list;
  };

  const clear = () => {
    document.documentElement.classList.remove("dk-printing");
    for (const element of added) element.remove();
    added = [];
    if (address) address.textContent = plainAddress;
  };

  const prepare = () => {
    clear();
    const end = make("section", "", "dk-print-only dk-print-end");
    const known = number();
    if (known.size) end.append(make("h2", "Пояснения"), explained(known));
    const pairs = abbreviations();
    if (pairs.length) end.append(make("h2", "Сокращения"), shorts(pairs));
    if (end.firstChild) add(end, (section) => (address ? address.closest("p").before(section) : content.append(section)));
    document.documentElement.classList.add("dk-printing");
    if (address && content.querySelector("[data-filter-said]:not([hidden])")) address.textContent = plainAddress + decodeURI(location.search);
  };

  window.addEventListener("beforeprint", prepare);
  window.addEventListener("afterprint", clear);
  window.matchMedia("print").addEventListener("change", ({ matches }) => (matches ? prepare() : clear()));
})();
