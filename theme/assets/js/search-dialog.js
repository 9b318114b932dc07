/*
  Search over any page: opened by the header's link, «/» or Ctrl+K. A combobox: the arrows walk through the
  results, Enter opens one or, with none chosen, the page of all results.
*/
(() => {
  const SHOWN = 8;
  const { find, load, hit, counted, plain, why, where, askWhere, advice } = window.dorkartaSearch;
  const dialog = document.getElementById("dk-search");
  const opener = document.querySelector('[data-dk-search="open"]');
  if (!dialog?.showModal || !opener) return;
  const input = dialog.querySelector("input");
  const status = dialog.querySelector(".dk-search__status");
  const list = dialog.querySelector(".dk-search__list");
  const all = dialog.querySelector('[data-dk-search="all"]');
  const place = dialog.querySelector(".dk-search__where");
  const inPlace = dialog.querySelector('input[name="in"]');
  let turn = 0;
  let chosen = -1;

  const searchThere = async () => {
    inPlace.value = await where();
    inPlace.disabled = !inPlace.value;
    await load();
    await update();
  };
  const told = (work) => work().catch((error) => (status.textContent = why(error)));

  const open = () => {
    if (document.querySelector("dialog[open]")) return;
    dialog.showModal();
    input.select();
    told(async () => {
      await askWhere(place, () => told(searchThere));
      await searchThere();
    });
  };

  const choose = (index) => {
    const options = [...list.children];
    chosen = options.length ? (index + options.length + 1) % (options.length + 1) : -1;
    if (chosen === options.length) chosen = -1; // from the last one back to the field
    options.forEach((option, i) => option.setAttribute("aria-selected", String(i === chosen)));
    if (chosen < 0) input.removeAttribute("aria-activedescendant");
    else {
      input.setAttribute("aria-activedescendant", options[chosen].id);
      options[chosen].scrollIntoView({ block: "nearest" });
    }
  };

  const show = (hits) => {
    list.replaceChildren(
      ...hits.map((data, index) => {
        const option = document.createElement("li");
        option.id = `dk-hit-${index}`;
        option.setAttribute("role", "option");
        const link = hit(data);
        link.tabIndex = -1;
        option.append(link);
        return option;
      }),
    );
    input.setAttribute("aria-expanded", String(hits.length > 0));
    choose(-1);
  };

  const update = async () => {
    const mine = ++turn;
    const query = plain(input.value);
    const address = new URL(all.href);
    address.search = query ? `?${new URLSearchParams({ q: input.value.trim(), ...(inPlace.value && { in: inPlace.value }) })}` : "";
    all.href = address.href;
    try {
      if (query.length < 2) {
        show([]);
        status.textContent = await advice();
        return;
      }
      const { results } = await find(query);
      const hits = await Promise.all(results.slice(0, SHOWN).map((result) => result.data()));
      const advised = results.length ? "" : await advice(true);
      if (mine !== turn) return;
      show(hits);
      status.textContent = results.length
        ? counted(results.length) + (results.length > SHOWN ? `, первые ${SHOWN}` : "")
        : `Ничего не нашлось. ${advised || "Попробуйте слово короче или без сокращений."}`;
    } catch (error) {
      if (mine === turn) status.textContent = why(error);
    }
  };

  opener.setAttribute("role", "button");
  opener.setAttribute("aria-haspopup", "dialog");
  opener.setAttribute("aria-keyshortcuts", "/ Control+K");
  for (const event of ["pointerenter", "focus"]) opener.addEventListener(event, () => load().catch(() => {}), { once: true });
  opener.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open();
  });
  opener.addEventListener("keydown", (event) => event.key === " " && (event.preventDefault(), open()));

  let typing;
  input.addEventListener("input", () => {
    clearTimeout(typing);
    typing = setTimeout(update, 120);
  });
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      choose(chosen + (event.key === "ArrowDown" ? 1 : -1));
    } else if (event.key === "Enter" && chosen >= 0) {
      event.preventDefault();
      list.children[chosen].querySelector("a").click();
    } else if (event.key === "Escape") {
      event.preventDefault(); // or the field would only be emptied
      dialog.close();
    }
  });
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog || event.target.closest('[data-dk-search="close"]')) dialog.close();
    else if (event.target.closest(".dk-hit")) dialog.close(); // the hit may be on this very page
  });
  document.addEventListener("keydown", (event) => {
    const writing = event.target.closest?.("input, select, textarea, [contenteditable]");
    const slash = event.key === "/" && !writing && !event.ctrlKey && !event.altKey && !event.metaKey;
    const ctrlK = (event.ctrlKey || event.metaKey) && event.code === "KeyK";
    if (!slash && !ctrlK) return;
    event.preventDefault();
    open();
  });
})();
