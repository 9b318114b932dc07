/*
  Filters the rows of a table that is already on the page. Works without network and from file://.

  Contract with the page (theme/blocks/_parts.html):
    form[data-filter-for=ID]   fields named q, form, body, level, state, when, each of them optional;
                               data-noun="мероприятие|мероприятия|мероприятий"
    option[data-months]        what a `when` other than a month stands for: «2020-10 2020-11 2020-12»
    table#ID tbody[data-section][data-depth=N]   a section; deeper sections follow it
    tr.dk-section              its heading
    tr[data-activity]          counted. data-form, data-body, data-state: ids; data-level: an id; data-months: «2020-12 2021-04»,
                               absent where there is no date. data-text: words to be found beside the visible ones
    tr.dk-sub[data-of=ID]      belongs to an activity; inherits the data it does not have; not counted
    [data-filter-said=ID]      the printed line that says which filter holds
  A row is shown when it answers all that is asked; a sub-activity that does brings its activity with it.
  The choice stands in the address (?q=…&form=…&body=…&level=…&state=…&when=…) and is read from it (filter-core.js).
*/
(() => {
  const { plain, words } = window.dorkartaFilter;

  /** The words of a row: what is seen, and the full names behind abbreviations; no notes, no states, no tools. */
  const textOf = (row) => {
    const parts = [row.dataset.text ?? ""];
    for (const cell of row.cells) {
      const copy = cell.cloneNode(true);
      for (const aside of copy.querySelectorAll(".dk-notes, .dk-states, .dk-fix, .dk-mark")) aside.remove();
      for (const named of copy.querySelectorAll("[title], [data-tip]")) parts.push(named.title || named.dataset.tip || "");
      parts.push(copy.textContent);
    }
    return plain(parts.join(" "));
  };

  const read = (row, parent) => {
    const own = (name) => row.dataset[name] ?? parent?.dataset[name] ?? "";
    const list = (name) => own(name).split(" ").filter(Boolean);
    return { row, text: textOf(row), form: list("form"), body: list("body"), level: list("level"), state: list("state"), months: list("months"), rows: [] };
  };

  const answers = (item, asked, outerText = "") => {
    if (!asked.q.every((word) => item.text.includes(word) || outerText.includes(word))) return false;
    for (const name of ["form", "body", "level", "state"]) if (asked[name] && !item[name].includes(asked[name])) return false;
    if (asked.when === "none") return !item.months.length && !item.rows.some((sub) => sub.months.length);
    return !asked.when || item.months.some((month) => asked.months.includes(month));
  };

  function start(form) {
    const table = document.getElementById(form.dataset.filterFor);
    if (!table) return;
    const items = [];
    const sections = [];
    for (const body of table.tBodies) {
      const section = { head: body.querySelector(".dk-section"), depth: Number(body.dataset.depth), items: [] };
      sections.push(section);
      for (const row of body.rows) {
        if ("activity" in row.dataset) {
          const item = read(row);
          items.push(item);
          section.items.push(item);
        } else if (row.dataset.of && section.items.length) {
          const parent = section.items.at(-1);
          const sub = read(row, parent.row);
          if (row.classList.contains("dk-sub--indicator")) parent.text += ` ${sub.text}`;
          else parent.rows.push(sub);
        }
      }
    }

    const none = document.createElement("div");
    none.className = "dk-empty dk-filter__none";
    none.innerHTML = '<p class="dk-empty__title">Таких мероприятий в карте нет</p><p>Уберите одно из условий или сбросьте отбор.</p>';
    none.hidden = true;
    table.parentElement.after(none);

    const apply = (values, fields) => {
      const option = fields.when?.selectedOptions[0];
      const asked = {
        ...values,
        q: words(values.q ?? ""),
        months: (option?.dataset.months ?? option?.value ?? "").split(" "),
      };
      let shown = 0;
      for (const item of items) {
        let any = answers(item, asked);
        for (const sub of item.rows) {
          sub.row.hidden = !answers(sub, asked, item.text);
          any ||= !sub.row.hidden;
        }
        item.row.hidden = !any;
        for (let next = item.row.nextElementSibling; next?.classList.contains("dk-sub--indicator"); next = next.nextElementSibling) next.hidden = !any;
        shown += any ? 1 : 0;
      }
      sections.forEach((section, index) => {
        if (!section.head) return;
        let full = section.items.some((item) => !item.row.hidden);
        for (let i = index + 1; !full && i < sections.length && sections[i].depth > section.depth; i++) full = sections[i].items.some((item) => !item.row.hidden);
        section.head.hidden = !full;
      });

      none.hidden = shown > 0;
      table.hidden = shown === 0;
      return { shown, total: items.length };
    };

    /** A link to a row leads there even if the filter of the address would hide it. */
    const reveal = () => {
      const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
      if (!target || !table.contains(target) || !target.closest("[hidden]")) return;
      form.reset();
      target.scrollIntoView();
    };

    window.dorkartaFilter(form, { of: table.id, apply, after: reveal });
    window.addEventListener("hashchange", reveal);
    reveal();
  }

  for (const form of document.querySelectorAll("form[data-filter-for]")) start(form);
})();
