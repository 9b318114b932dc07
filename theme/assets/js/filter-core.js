/*
  What all filters of the site share: the fields of a form, their state in the address, the count, the printed line.

  window.dorkartaFilter(form, {of, apply, after})
    of       the id of what is filtered; [data-filter-said=of] is the printed line that says which filter holds
    apply    gets {name: value} and the fields, hides what does not answer, returns {shown, total}.
             Checkboxes of one name inside [data-label="риски"] are one field: its value is a list (?risk=a&risk=b)
    after    is called when the form has been reset
  The form has data-noun="мероприятие|мероприятия|мероприятий", an output .dk-filter__count and a [type=reset].
  An option whose text changes keeps its own words in data-label.
  Links with data-keep-filter take the choice along to their page.
  window.dorkartaFilter.plain and .words: a text as it is searched, and the words of a query without their endings.
*/
window.dorkartaFilter = (form, { of, apply, after = () => {} }) => {
  const plural = new Intl.PluralRules("ru");
  const nouns = form.dataset.noun.split("|");
  const count = form.querySelector(".dk-filter__count");
  const resetButton = form.querySelector("[type=reset]");
  const said = document.querySelector(`[data-filter-said="${of}"]`);
  const fields = {};
  for (const field of form.querySelectorAll("input[name], select[name]")) {
    if (field.type === "checkbox") (fields[field.name] ??= []).push(field);
    else fields[field.name] = field;
  }

  const isSet = (field) => (field.type === "checkbox" ? field.checked : Boolean(field.value.trim()));
  const valueOf = (field) => (Array.isArray(field) ? field.filter(isSet).map((box) => box.value) : field.value);
  const labelOf = (field) =>
    Array.isArray(field) ? field[0].closest("[data-label]").dataset.label : (field.closest("label").querySelector("span").textContent || field.name).toLowerCase();
  const wordsOf = (field) => {
    const option = field.selectedOptions?.[0];
    if (option) return option.dataset.label ?? option.label;
    return field.type === "checkbox" ? field.closest("label").querySelector("span").textContent : field.value;
  };
  /** «риски «Кадры», «Дисциплина»» */
  const saidOf = (field) => `${labelOf(field)} ${[field].flat().filter(isSet).map((each) => `«${wordsOf(each).trim()}»`).join(", ")}`;
  const chosen = () => Object.values(fields).filter((field) => [field].flat().some(isSet));

  const write = (url) => {
    for (const [name, field] of Object.entries(fields)) {
      url.searchParams.delete(name);
      for (const value of [valueOf(field)].flat()) if (value.trim()) url.searchParams.append(name, value.trim());
    }
    return url;
  };

  const show = () => {
    const { shown, total } = apply(Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, valueOf(field)])), fields);
    const active = chosen();
    for (const field of Object.values(fields).flat()) field.toggleAttribute("data-on", isSet(field));
    resetButton.disabled = !active.length;
    const noun = plural.select(total);
    count.textContent = active.length
      ? `Показано ${shown} из ${total} ${noun === "one" ? nouns[1] : nouns[2]}`
      : `Всего ${total} ${{ one: nouns[0], few: nouns[1] }[noun] ?? nouns[2]}`;
    if (said) {
      said.hidden = !active.length;
      said.textContent = `${count.textContent}. Отбор: ${active.map(saidOf).join(", ")}.`;
    }
    for (const link of document.querySelectorAll("a[data-keep-filter]")) link.href = write(new URL(link.href)).href;
  };

  const keep = () => {
    const url = write(new URL(location.href));
    if (url.href === location.href) return;
    try {
      history.replaceState(history.state, "", url);
    } catch {
      // Some browsers refuse this for files; the filter works all the same.
    }
  };
  const restore = () => {
    const asked = new URL(location.href).searchParams;
    for (const [name, field] of Object.entries(fields)) {
      const value = asked.get(name) ?? "";
      if (Array.isArray(field)) for (const box of field) box.checked = asked.getAll(name).includes(box.value);
      else if (!field.options || [...field.options].some((option) => option.value === value)) field.value = value;
    }
  };

  let typing;
  form.addEventListener("input", (event) => {
    clearTimeout(typing);
    typing = setTimeout(() => (show(), keep()), event.target.type === "search" ? 150 : 0);
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(() => (show(), keep(), after())));
  window.addEventListener("popstate", () => (restore(), show()));
  form.hidden = false;
  restore();
  show();

  // On a phone the fields may be folded; a choice in the address opens them.
  const fold = form.querySelector("details.dk-filter__fold");
  if (fold) {
    const wide = window.matchMedia("(min-width: 45em)");
    const set = () => (fold.open = wide.matches || Boolean(form.querySelector("[data-on]")));
    wide.addEventListener("change", set);
    set();
  }
};

(() => {
  const ENDINGS = /(?:ями|ами|ого|его|ому|ему|ыми|ими|ов|ев|ей|ой|ий|ый|ая|яя|ое|ее|ие|ые|ия|ию|ам|ям|ах|ях|ом|ем|ую|юю|[аеиоуыэюяйь])$/;
  const stem = (word) => {
    const short = word.length > 4 ? word.replace(ENDINGS, "") : word;
    return short.length > 3 ? short : word;
  };
  const plain = (text) => text.toLowerCase().replaceAll("ё", "е").replace(/\s+/g, " ");
  const words = (query) => plain(query).trim().split(" ").filter(Boolean).map(stem);
  Object.assign(window.dorkartaFilter, { plain, words });
})();
