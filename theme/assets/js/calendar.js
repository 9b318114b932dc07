/*
  Filters the calendar: the entries of a page, and the counts of the months of a school year.
  Works without network and from file://; without scripts all entries and all counts stand there.

  Contract with the page (theme/blocks/_calendar.html):
    form[data-calendar-filter=ID]   fields kind, territory, level, body, form, each of them optional
    #ID [data-entry]                data-kind, data-level, data-territory: one value; data-body, data-form, data-days: several.
                                    A territory answers for all that lie in it
    #ID [data-group]                hidden when nothing in it is left; [data-group-count] holds how many are
    #ID [data-kind-count=KIND]      the count of a kind with its noun, data-nouns="событие|события|событий"
    #ID [data-facts]                what the months count: lines «level;territory;bodies;forms;kind;months*count»
        [data-month=N]              a month of it: [data-total], [data-load=KIND], [data-none]
    .dk-places a                    where there is no filter: the pages of territories, which ?territory=… leads on to
    #ID [data-day]                  a day of the grid, whose link leads to the first of its entries
*/
(() => {
  const plural = new Intl.PluralRules("ru");
  const NAMES = ["kind", "level", "territory", "body", "form"];
  const several = (text) => (text ?? "").split(/[ ,]/).filter(Boolean);

  const answers = (item, asked) =>
    NAMES.every((name) => {
      if (!asked[name]) return true;
      if (name === "territory") return item.territory === asked.territory || item.territory.startsWith(`${asked.territory}/`);
      return item[name].includes(asked[name]);
    });

  const setKinds = (list, counts) => {
    for (const each of list) {
      const count = counts[each.dataset.kindCount] ?? 0;
      const [one, few, many] = each.dataset.nouns.split("|");
      each.hidden = !count;
      each.querySelector("[data-count]").textContent = count;
      each.querySelector("[data-noun]").textContent = { one, few }[plural.select(count)] ?? many;
    }
  };
  const add = (counts, kind, count) => (counts[kind] = (counts[kind] ?? 0) + count);
  const sum = (counts) => Object.values(counts).reduce((all, each) => all + each, 0);

  function start(form) {
    const agenda = document.getElementById(form.dataset.calendarFilter);
    if (!agenda) return;
    const entries = [...agenda.querySelectorAll("[data-entry]")].map((row) => ({
      row,
      kind: [row.dataset.kind],
      level: [row.dataset.level],
      territory: row.dataset.territory,
      body: several(row.dataset.body),
      form: several(row.dataset.form),
      days: several(row.dataset.days),
    }));
    const days = [...agenda.querySelectorAll("[data-day]")];
    const overview = agenda.querySelector("[data-facts]");
    const months = overview ? [...overview.querySelectorAll("[data-month]")] : [];
    const facts = (overview?.dataset.facts ?? "").split("\n").filter(Boolean).map((line) => {
      const [level, territory, bodies, forms, kind, rest] = line.split(";");
      const [touched, count] = rest.split("*");
      return { level: [level], territory, body: several(bodies), form: several(forms), kind: [kind], months: several(touched).map(Number), count: Number(count) };
    });
    const groups = [...agenda.querySelectorAll("[data-group]")];
    const summary = [...agenda.querySelectorAll("[data-kind-count]")].filter((each) => !each.closest("[data-month]"));

    const none = document.createElement("div");
    none.className = "dk-empty dk-filter__none";
    none.innerHTML = '<p class="dk-empty__title">По этому отбору ничего нет</p><p>Уберите одно из условий или сбросьте отбор.</p>';
    none.hidden = true;
    form.after(none);

    const applyOverview = (asked) => {
      const all = {};
      const byMonth = months.map(() => ({}));
      let total = 0;
      for (const fact of facts) {
        total += fact.count;
        if (!answers(fact, asked)) continue;
        add(all, fact.kind[0], fact.count);
        for (const month of fact.months) add(byMonth[month], fact.kind[0], fact.count);
      }
      const fullest = Math.max(1, ...byMonth.map(sum));
      months.forEach((tile, index) => {
        const figure = tile.querySelector("[data-total]");
        if (!figure) return;
        const counts = byMonth[index];
        figure.textContent = sum(counts);
        tile.classList.toggle("dk-month--empty", !sum(counts));
        tile.querySelector("[data-none]").hidden = sum(counts) > 0;
        tile.querySelector(".dk-load").style.setProperty("--share", `${Math.round((100 * sum(counts)) / fullest)}%`);
        for (const part of tile.querySelectorAll("[data-load]")) part.style.flexGrow = counts[part.dataset.load] ?? 0;
        setKinds(tile.querySelectorAll("[data-kind-count]"), counts);
      });
      return { all, total };
    };

    const apply = (asked) => {
      const counts = {};
      for (const entry of entries) {
        entry.row.hidden = !answers(entry, asked);
        if (!entry.row.hidden) add(counts, entry.kind[0], 1);
      }
      for (const group of groups) {
        const left = group.querySelectorAll("[data-entry]:not([hidden])").length;
        group.hidden = !left;
        const figure = group.querySelector(":scope > * > [data-group-count], :scope > [data-group-count]");
        if (figure) figure.textContent = left;
      }
      const left = new Set(entries.filter(({ row }) => !row.hidden).flatMap((entry) => entry.days));
      for (const day of days) day.classList.toggle("dk-grid__off", !left.has(day.dataset.day));
      if (!overview) {
        setKinds(summary, counts);
        none.hidden = sum(counts) > 0;
        return { shown: sum(counts), total: entries.length };
      }
      const { all, total } = applyOverview(asked);
      setKinds(summary, all);
      none.hidden = sum(all) + sum(counts) > 0;
      return { shown: sum(all), total };
    };

    window.dorkartaFilter(form, { of: agenda.id, apply });

    // The first entry of a day may be hidden while others of that day are not.
    for (const day of days) {
      day.addEventListener("click", (event) => {
        const first = entries.find((entry) => !entry.row.hidden && entry.days.includes(day.dataset.day));
        if (!first || day.hash === `#${first.row.id}`) return;
        event.preventDefault();
        first.row.scrollIntoView();
      });
    }
  }

  for (const form of document.querySelectorAll("form[data-calendar-filter]")) start(form);

  // A large calendar has no filter, but a page for every territory.
  const asked = new URL(location.href).searchParams.get("territory");
  if (asked && !document.querySelector("form[data-calendar-filter]")) {
    const home = [...document.querySelectorAll(".dk-places a")].find((link) => link.pathname.replace(/index\.html$/, "").endsWith(`/${asked}/`));
    if (home) location.replace(home.href);
  }
})();
