/*
  Search, the part without a face: loads Pagefind when it is first needed and turns what it finds into
  elements. search-dialog.js and search-page.js stand on it.

  The index (pagefind/ under the site's root) holds records with meta `title`, `url` (from the site's root,
  with an anchor), `where`, `when`, and the filter `kind`; its text and our queries are written with е for ё.
  Pagefind searches in meta too, so the kind is no meta: «мероприятие» would find every activity.
*/
window.dorkartaSearch = (() => {
  const config = JSON.parse(document.getElementById("__config")?.textContent ?? '{"base":"."}');
  const root = new URL(config.base.replace(/\/?$/, "/"), location.href);
  let loading = null;

  /** Pagefind, loaded once. It takes the language of stemming from <html lang>. */
  const load = () => {
    loading ??= import(new URL("pagefind/pagefind.js", root).href)
      .then(async (pagefind) => {
        await pagefind.options({ excerptLength: 24, baseUrl: root.pathname });
        await pagefind.init();
        return pagefind;
      })
      .catch((error) => {
        loading = null;
        throw error;
      });
    return loading;
  };

  const plain = (query) => query.toLowerCase().replaceAll("ё", "е").replace(/\s+/g, " ").trim();

  const words = (text) => plain(text).split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  /** How much of a word must stand in the text: «зачет» is not found by «за», «школьного» is by «школы». */
  const enough = (word) => word.slice(0, word.length < 4 ? 3 : word.length < 6 ? word.length - 1 : Math.max(4, Math.floor(word.length * 0.45)));

  /**
   * Find records; an empty query with filters finds all that the filters let through.
   * Where a word is nowhere, Pagefind goes on with its first letters, down to one, in all results alike; so the first
   * result tells whether they are results at all.
   */
  const find = async (query, filters = {}) => {
    const found = await (await load()).search(plain(query) || null, { filters });
    if (!plain(query) || !found.results.length) return found;
    const { content, meta } = await found.results[0].data();
    const known = words([content, ...Object.values(meta)].join(" "));
    const meant = words(query).every((word) => known.some((other) => other.startsWith(enough(word))));
    return meant ? found : { ...found, results: [], filters: {} };
  };

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

  const FAILED = location.protocol === "file:"
    ? "Поиск работает на сайте. В странице, открытой как файл, воспользуйтесь оглавлением и отбором."
    : "Поиск не загрузился. Проверьте соединение и попробуйте ещё раз.";

  return { root, load, find, plain, hit, counted, FAILED };
})();
