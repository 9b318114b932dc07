/*
  The page of search: /search/?q=…&in=…&level=…&territory=…&form=…&body=…&year=…&kind=… Fills [data-dk-find].
  `in` is the place to search in, where one is chosen.
  The counts of a filter say how many records its other choices would give, all else as it is.
*/
(() => {
  const place = document.querySelector("[data-dk-find]");
  if (!place) return;
  const PORTION = 15;
  const FILTERS = { kind: "Что искать", level: "Уровень", territory: "Территория", form: "Форма", body: "Ответственный", year: "Год" };
  const ANY = { kind: "Всё", form: "Любая", territory: "Любая" };
  const { find, load, hit, counted, why, where, choose, askWhere, advice } = window.dorkartaSearch;

  place.innerHTML = `
    <div class="dk-find__where" hidden></div>
    <form role="search">
      <div class="dk-find__form">
        <label class="dk-sr" for="dk-find-q">Что найти</label>
        <input type="search" id="dk-find-q" name="q" placeholder="Мероприятие, документ, сокращение" autocomplete="off" enterkeyhint="search">
        <button type="submit" class="dk-button dk-button--main">Найти</button>
      </div>
      <div class="dk-find__filters" data-filters></div>
      <div class="dk-find__state">
        <p class="dk-find__status" role="status" aria-live="polite">Поиск загружается…</p>
        <button type="reset" class="dk-button dk-button--quiet" disabled>Сбросить всё</button>
      </div>
    </form>
    <p class="dk-print-only dk-filter-said" data-filter-said="dk-find" hidden></p>
    <ol class="dk-find__list" aria-label="Найденные записи"></ol>
    <button type="button" class="dk-button" data-more hidden>Показать ещё</button>
    <div class="dk-empty" hidden></div>`;
  const form = place.querySelector("form");
  const input = form.elements.q;
  const status = place.querySelector(".dk-find__status");
  const list = place.querySelector(".dk-find__list");
  const more = place.querySelector("[data-more]");
  const empty = place.querySelector(".dk-empty");
  const said = place.querySelector(".dk-filter-said");
  const reset = form.querySelector("[type=reset]");
  const filters = place.querySelector("[data-filters]");
  const selects = {};
  let turn = 0;
  let results = [];

  const chosen = () => Object.fromEntries(Object.entries(selects).filter(([, s]) => s.value).map(([name, s]) => [name, s.value]));

  /** The filters that there are where we search; of what was chosen stays what is there too. */
  const build = (known, asked) => {
    filters.replaceChildren();
    for (const name of Object.keys(selects)) delete selects[name];
    for (const [name, label] of Object.entries(FILTERS)) {
      const values = Object.keys(known[name] ?? {}).sort((a, b) => a.localeCompare(b, "ru", { numeric: true }));
      if (values.length < 2) continue;
      const field = document.createElement("label");
      field.className = "dk-field";
      field.appendChild(document.createElement("span")).textContent = label;
      const select = field.appendChild(document.createElement("select"));
      select.name = name;
      select.add(new Option(ANY[name] ?? "Любой", ""));
      for (const value of values) select.add(new Option(value, value));
      select.value = values.includes(asked[name]) ? asked[name] : "";
      filters.append(field);
      selects[name] = select;
    }
  };

  /** What each choice of each filter would give, had it been made instead of the present one. */
  const count = async (query, filters, found) => {
    for (const [name, select] of Object.entries(selects)) {
      let counts = found.filters[name] ?? {};
      if (filters[name]) {
        const { [name]: _, ...others } = filters;
        counts = (await find(query, others)).filters[name] ?? {};
      }
      for (const option of select.options) {
        if (!option.value) continue;
        const number = counts[option.value] ?? 0;
        option.textContent = `${option.value} (${number})`;
        option.disabled = number === 0 && option.value !== select.value;
      }
      select.toggleAttribute("data-on", Boolean(select.value));
    }
  };

  const next = async () => {
    const mine = turn;
    const from = list.children.length;
    const hits = await Promise.all(results.slice(from, from + PORTION).map((result) => result.data()));
    if (mine !== turn) return;
    const items = hits.map((data) => {
      const item = document.createElement("li");
      item.append(hit(data));
      return item;
    });
    list.append(...items);
    more.hidden = list.children.length >= results.length;
    tell();
    if (from) items[0]?.firstChild.focus();
  };

  /** The printed line: what was asked, and how much of what was found stands here. */
  const tell = () => {
    const words = [
      ...(input.value.trim() ? [`запрос «${input.value.trim()}»`] : []),
      ...Object.entries(chosen()).map(([name, value]) => `${FILTERS[name].toLowerCase()} «${value}»`),
    ];
    const shown = list.children.length;
    const first = shown < results.length ? `, напечатаны первые ${shown}` : "";
    said.hidden = !words.length;
    said.textContent = `Поиск: ${words.join(", ")}. ${results.length ? counted(results.length) + first : "Ничего не нашлось"}.`;
  };

  const say = (title, words) => {
    if (title) status.textContent = "";
    empty.hidden = !title;
    empty.innerHTML = '<p class="dk-empty__title"></p><p></p>';
    empty.firstChild.textContent = title;
    empty.lastChild.textContent = words;
  };

  const fail = (error) => say("Поиск не работает", why(error));

  const update = async () => {
    const mine = ++turn;
    const query = input.value.trim();
    const filters = chosen();
    const asked = Boolean(query || Object.keys(filters).length);
    reset.disabled = !asked;
    try {
      const found = await find(query, filters);
      await count(query, filters, found);
      const advised = asked && found.results.length ? "" : await advice(asked);
      if (mine !== turn) return;
      results = asked ? found.results : [];
      list.replaceChildren();
      more.hidden = true;
      status.textContent = results.length ? counted(results.length) : "";
      if (!asked) say("Введите слово или выберите условие", advised || "Окончания слов и буква «ё» значения не имеют: «зачет» найдёт и «зачёты».");
      else if (!results.length) say("Ничего не нашлось", advised || (Object.keys(filters).length ? "Уберите одно из условий или измените слова." : "Попробуйте слово короче, другое слово или полное название вместо сокращения."));
      else say("", "");
      await next();
    } catch (error) {
      if (mine === turn) fail(error);
    }
  };

  let inPlace = "";
  const keep = () => {
    const asked = new URLSearchParams({ ...(input.value.trim() && { q: input.value.trim() }), ...(inPlace && { in: inPlace }), ...chosen() });
    history.replaceState(history.state, "", `${location.pathname}${String(asked) ? `?${asked}` : ""}`);
  };

  /** Search in the place that is chosen now, with what was asked so far. */
  const searchThere = async (asked) => {
    const mine = ++turn;
    inPlace = await where();
    const known = await (await load()).filters();
    if (mine !== turn) return;
    build(known, asked);
    await update();
  };

  let typing;
  const changed = () => (keep(), update());
  form.addEventListener("input", (event) => {
    clearTimeout(typing);
    typing = setTimeout(changed, event.target === input ? 200 : 0);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(typing);
    changed();
  });
  form.addEventListener("reset", () => setTimeout(() => (changed(), input.focus())));
  more.addEventListener("click", next);

  const asked = new URLSearchParams(location.search);
  input.value = asked.get("q") ?? "";
  if (!input.value) input.focus();
  choose(asked.get("in"));
  askWhere(place.querySelector(".dk-find__where"), () => searchThere(chosen()).then(keep, fail))
    .then(() => searchThere(Object.fromEntries(asked)))
    .catch(fail);
})();
