/*
  What all filters of the site share: the fields of a form, their state in the address, the count, the printed line.

  window.dorkartaFilter(form, {of, apply, after})
    of       the id of what is filtered; [data-filter-said=of] is the printed line that says which filter holds
    apply    gets {name: value} and the fields, hides what does not answer, returns {shown, total}
    after    is called when the form has been reset
  The form has data-noun="мероприятие|мероприятия|мероприятий", an output .dk-filter__count and a [type=reset].
  Links with data-keep-filter take the choice along to their page.
*/
window.dorkartaFilter = (form, { of, apply, after = () => {} }) => {
  const plural = new Intl.PluralRules("ru");
  const nouns = form.dataset.noun.split("|");
  const count = form.querySelector(".dk-filter__count");
  const resetButton = form.querySelector("[type=reset]");
  const said = document.querySelector(`[data-filter-said="${of}"]`);
  const fields = Object.fromEntries([...form.querySelectorAll("input[name], select[name]")].map((field) => [field.name, field]));

  const labelOf = (field) => (field.closest("label").querySelector("span").textContent || field.name).toLowerCase();
  const valueOf = (field) => (field.selectedOptions ? field.selectedOptions[0].label : field.value).trim();
  const chosen = () => Object.values(fields).filter((field) => field.value.trim());

  const write = (url) => {
    for (const [name, field] of Object.entries(fields)) {
      if (field.value.trim()) url.searchParams.set(name, field.value.trim());
      else url.searchParams.delete(name);
    }
    return url;
  };

  const show = () => {
    const { shown, total } = apply(Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, field.value])), fields);
    const active = chosen();
    for (const field of Object.values(fields)) field.toggleAttribute("data-on", Boolean(field.value.trim()));
    resetButton.disabled = !active.length;
    const noun = plural.select(total);
    count.textContent = active.length
      ? `Показано ${shown} из ${total} ${noun === "one" ? nouns[1] : nouns[2]}`
      : `Всего ${total} ${{ one: nouns[0], few: nouns[1] }[noun] ?? nouns[2]}`;
    if (said) {
      said.hidden = !active.length;
      said.textContent = `${count.textContent}. Отбор: ${active.map((field) => `${labelOf(field)} «${valueOf(field)}»`).join(", ")}.`;
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
      if (!field.options || [...field.options].some((option) => option.value === value)) field.value = value;
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
};
