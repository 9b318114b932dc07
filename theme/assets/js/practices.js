/*
  The library of practices, chosen by facets. Works without network and from file://; without scripts all of it is shown.

  Contract with the page (theme/blocks/_practice.html, _filter.html):
    form[data-facets-for=ID]   a field q and selects, each named as the data attribute that it compares
    #ID [data-item]            a practice; data-risk, data-level, data-role, data-form, data-territory, data-proof hold its
                               values with spaces between them, and are absent where it has none
  Every option says how many practices it would leave, all other facets as they are; one that leaves none cannot be chosen.
*/
(() => {
  const { plain, words } = window.dorkartaFilter;

  function start(form) {
    const list = document.getElementById(form.dataset.facetsFor);
    if (!list) return;
    const items = [...list.querySelectorAll("[data-item]")].map((row) => ({ row, text: plain(row.textContent), has: (name) => (row.dataset[name] ?? "").split(" ") }));
    const none = document.createElement("div");
    none.className = "dk-empty dk-filter__none";
    none.innerHTML = '<p class="dk-empty__title">Таких практик нет</p><p>Уберите одно из условий или сбросьте отбор.</p>';
    none.hidden = true;
    list.after(none);

    const answers = (item, asked, query) =>
      query.every((word) => item.text.includes(word)) && Object.entries(asked).every(([name, value]) => !value || item.has(name).includes(value));

    const count = (select, asked, query) => {
      const left = items.filter((item) => answers(item, { ...asked, [select.name]: "" }, query));
      for (const option of select.options) {
        if (!option.value) continue;
        option.dataset.label ??= option.label;
        const found = left.filter((item) => item.has(select.name).includes(option.value)).length;
        option.textContent = `${option.dataset.label} (${found})`;
        option.disabled = !found && !option.selected;
      }
    };

    const apply = ({ q = "", ...asked }, fields) => {
      const query = words(q);
      let shown = 0;
      for (const item of items) {
        item.row.hidden = !answers(item, asked, query);
        shown += item.row.hidden ? 0 : 1;
      }
      for (const field of Object.values(fields)) if (field.options) count(field, asked, query);
      none.hidden = shown > 0;
      return { shown, total: items.length };
    };
    window.dorkartaFilter(form, { of: list.id, apply });
  }

  for (const form of document.querySelectorAll("form[data-facets-for]")) start(form);
})();
