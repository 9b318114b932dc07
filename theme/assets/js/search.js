/*
  Search, the part without a face: loads Pagefind when it is first needed, asks where to search if all of the site is too
  much at once, and turns what it finds into elements. search-dialog.js and search-page.js stand on it.

  The indexes (pagefind/ under the site's root, pagefind/places/… for regions) hold records with meta `title`, `url` (from
  the site's root, with an anchor), `where`, `when`, and the filter `kind`; their text and our queries are written with
  е for ё. Pagefind searches in meta too, so the kind is no meta: «мероприятие» would find every activity.
  pagefind/places.json tells which regions have indexes of their own, and whether one of them is chosen first; a place is
  the path of a region or of a municipality, whose rows may stand apart. It is kept in localStorage («dorkarta.search»).
*/
window.dorkartaSearch = (() => {
  const KEY = "dorkarta.search";
  const config = JSON.parse(document.getElementById("__config")?.textContent ?? '{"base":"."}');
  const root = new URL(config.base.replace(/\/?$/, "/"), location.href);
  const bundle = new URL("pagefind/", root);

  const FAILED = location.protocol === "file:"
    ? "Поиск работает на сайте. В странице, открытой как файл, воспользуйтесь оглавлением и отбором."
    : "Поиск не загрузился. Проверьте соединение и попробуйте ещё раз.";
  const ABSENT = "Этот сайт собран без поиска. Записи можно найти по меню: в дорожных картах, отчётах и документах.";
  const NOWHERE = "Чтобы искать в записях региона, выберите его. Пока поиск идёт по общим страницам сайта.";
  const DEEPER = "Чтобы искать и в мероприятиях школ, выберите муниципалитет.";
  const BELOW = "Чтобы искать и в мероприятиях муниципалитета и его школ, выберите его.";

  class Absent extends Error {}
  const why = (error) => (error instanceof Absent ? ABSENT : FAILED);

  /** What is made once, and made again after a failure. */
  const kept = new Map();
  const once = (key, make) => {
    if (!kept.has(key)) kept.set(key, make().catch((error) => (kept.delete(key), Promise.reject(error))));
    return kept.get(key);
  };

  const told = async () => {
    const places = await once("places", async () => {
      const answer = await fetch(new URL("places.json", bundle));
      if (!answer.ok && answer.status !== 404) throw new Error(answer.statusText);
      return answer.ok ? answer.json() : null;
    });
    if (!places) throw new Absent();
    return places;
  };

  const regionOf = (place) => place.split("/")[0];
  const known = ({ regions }, place) => regions.some(({ path, apart }) => path === place || apart.some((inner) => inner.path === place));

  const remembered = () => {
    try {
      return localStorage.getItem(KEY) ?? "";
    } catch {
      return ""; // a browser that keeps nothing
    }
  };
  const remember = (place) => {
    try {
      localStorage.setItem(KEY, place);
    } catch {
      // The choice holds on this page.
    }
  };

  /** The place that this page is about, by its address. */
  const own = ({ regions }) => {
    const parts = location.pathname.slice(root.pathname.length).split("/");
    const region = regions.find(({ path }) => parts.indexOf(path) > 0);
    return region?.apart.find(({ path }) => `/${parts.join("/")}/`.includes(`/${path}/`))?.path ?? region?.path ?? "";
  };

  let chosen = null;
  /** Where to search: what was chosen on this page, the place of the page, what was chosen before, the only region. */
  const where = async () => {
    const places = await told();
    if (!places.choose) return "";
    const only = places.regions.length === 1 ? places.regions[0].path : "";
    return [chosen, own(places), remembered(), only].find((place) => place && known(places, place)) ?? "";
  };

  /** Pagefind with the indexes of a place merged. It takes the language of stemming from <html lang>. */
  const opened = (place) => once(`index ${place}`, async () => {
    const { choose, regions } = await told();
    const all = regions.flatMap(({ path, apart }) => [path, ...apart.map((inner) => inner.path)]);
    const names = choose ? all.filter((path) => path === place || path === regionOf(place)) : all;
    const { createInstance } = await import(new URL("pagefind.js", bundle).href);
    const options = (name) => ({ excerptLength: 24, ...(names.length && { mergeFilter: { index: name } }) });
    const pagefind = createInstance({ baseUrl: root.pathname, ...options("site") });
    await pagefind.init();
    const merge = (name) => pagefind.mergeIndex(new URL(`places/${name.replaceAll("/", "--")}/`, bundle).pathname, options(name));
    await Promise.all(names.map(merge));
    return { pagefind, parts: names.length ? ["site", ...names].map((index) => ({ index })) : [{}] };
  });
  const load = async () => (await opened(await where())).pagefind;

  const plain = (query) => query.toLowerCase().replaceAll("ё", "е").replace(/\s+/g, " ").trim();

  const words = (text) => plain(text).split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  /** How much of a word must stand in the text: «зачет» is not found by «за», «школьного» is by «школы». */
  const enough = (word) => word.slice(0, word.length < 4 ? 3 : word.length < 6 ? word.length - 1 : Math.max(4, Math.floor(word.length * 0.45)));

  /**
   * What one index has found, if it was meant. Where a word is nowhere, Pagefind goes on with its first letters, down to
   * one, in all results alike; so the first result tells whether they are results at all.
   */
  const meant = async (query, found) => {
    if (!found.results.length) return found;
    const { content, meta } = await found.results[0].data();
    const there = words([content, ...Object.values(meta)].join(" "));
    const all = words(query).every((word) => there.some((other) => other.startsWith(enough(word))));
    return all ? found : { results: [], filters: {} };
  };

  const together = (counts) => {
    const sums = {};
    for (const [name, values] of counts.flatMap(Object.entries)) {
      sums[name] ??= {};
      for (const [value, count] of Object.entries(values)) sums[name][value] = (sums[name][value] ?? 0) + count;
    }
    return sums;
  };

  /** Find records; an empty query with filters finds all that the filters let through. */
  const find = async (query, filters = {}) => {
    const { pagefind, parts } = await opened(await where());
    const asked = plain(query);
    if (!asked) return pagefind.search(null, { filters });
    const found = await Promise.all(
      parts.map(async (part) => meant(asked, await pagefind.search(asked, { filters: { ...filters, ...part } }))),
    );
    return {
      results: found.flatMap(({ results }) => results).sort((a, b) => b.score - a.score),
      filters: together(found.map((each) => each.filters)),
    };
  };

  const field = (label, options, value, choose) => {
    const element = document.createElement("label");
    element.className = "dk-field";
    element.appendChild(document.createElement("span")).textContent = label;
    const select = element.appendChild(document.createElement("select"));
    for (const [path, title] of options) select.add(new Option(title, path));
    select.value = value;
    select.addEventListener("change", () => choose(select.value));
    return element;
  };
  const option = ({ path, title }) => [path, title];

  /** Ask where to search; nothing is asked where all of the site is searched at once. */
  const askWhere = async (box, changed) => {
    const places = await told();
    box.hidden = !places.choose;
    if (box.hidden) return;
    const place = await where();
    const region = places.regions.find(({ path }) => path === regionOf(place));
    const first = regionOf(own(places));
    const ordered = [...places.regions].sort((a, b) => (b.path === first) - (a.path === first));
    const choose = async (index, path) => {
      chosen = path;
      remember(path);
      await askWhere(box, changed);
      box.querySelectorAll("select")[index]?.focus();
      changed();
    };
    const fields = [];
    if (ordered.length > 1) {
      const none = region ? [] : [["", "Выберите регион"]];
      fields.push(field("Регион", [...none, ...ordered.map(option)], region?.path ?? "", (path) => choose(0, path)));
    }
    if (region?.apart.length) {
      const label = region.schools ? "Мероприятия школ" : "Муниципалитет и его школы";
      fields.push(field(label, [[region.path, "Не искать"], ...region.apart.map(option)], place, (path) => choose(fields.length - 1, path)));
    }
    box.replaceChildren(...fields);
  };

  /** What to say before anything is asked, or where nothing was found: what of the site is not searched. */
  const advice = async (nothing = false) => {
    const places = await told();
    const place = await where();
    if (!places.choose) return "";
    const region = places.regions.find(({ path }) => path === place);
    if (!place) return NOWHERE;
    if (!nothing || !region?.apart.length) return "";
    return region.schools ? DEEPER : BELOW;
  };

  /** Search in a place that an address names, if there is such a place. */
  const choose = (place) => (chosen = place || chosen);

  const text = (name, content) => {
    const element = document.createElement("span");
    element.className = `dk-hit__${name}`;
    element.textContent = content;
    return element;
  };

  /** The excerpt comes as HTML with <mark>; only its text and marks are taken over. */
  const excerpt = (html) => {
    const element = text("text", "");
    for (const node of new DOMParser().parseFromString(html, "text/html").body.childNodes) {
      if (node.nodeName === "MARK") element.appendChild(document.createElement("mark")).textContent = node.textContent;
      else element.append(node.textContent);
    }
    return element;
  };

  /** One found record as a link. */
  const hit = ({ meta, filters, excerpt: html }) => {
    const link = document.createElement("a");
    link.className = "dk-hit";
    link.href = new URL(meta.url, root).href;
    link.append(text("title", meta.title));
    link.append(text("about", [filters?.kind?.[0], meta.where, meta.when].filter(Boolean).join(" · ")));
    if (html?.includes("<mark>")) link.append(excerpt(html));
    return link;
  };

  const plural = new Intl.PluralRules("ru");
  const counted = (number) => {
    const kind = plural.select(number);
    return `${kind === "one" ? "Найдена" : "Найдено"} ${number.toLocaleString("ru")} ${{ one: "запись", few: "записи" }[kind] ?? "записей"}`;
  };

  return { root, load, find, plain, hit, counted, why, where, choose, askWhere, advice };
})();
