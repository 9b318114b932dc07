/*
  Small services of every page: the drawer by button and keyboard, the folding contents, copying of
  links, printing, a short word of what was done.

  data-dk-drawer="open|close"   opens or closes the drawer (Material keeps its state in #__drawer)
  data-copy-link                copies the address that it holds, or of its href, or of the page
  data-print                    prints
  [data-elsewhere] #id          the address of what has moved to another page: there it has the same id
  details[data-fold]            has data-chosen while it is open on the screen: for print Material opens them all
  Other scripts say things through document.dispatchEvent(new CustomEvent("dk:say", {detail: text})).
*/
(() => {
  const toast = document.createElement("div");
  toast.className = "dk-toast";
  toast.setAttribute("role", "status");
  document.body.append(toast);
  let quiet;
  const say = (text) => {
    clearTimeout(quiet);
    toast.textContent = text;
    quiet = setTimeout(() => (toast.textContent = ""), 3500);
  };
  document.addEventListener("dk:say", (event) => say(event.detail));

  const copy = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      // Pages opened as files or without TLS have no clipboard.
      const field = document.createElement("textarea");
      field.value = text;
      field.style.cssText = "position:fixed;opacity:0";
      document.body.append(field);
      field.select();
      const done = document.execCommand("copy");
      field.remove();
      return done;
    }
  };

  document.addEventListener("click", async (event) => {
    const link = event.target.closest("[data-copy-link]");
    if (link) {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      const href = link.getAttribute("href");
      const address = link.dataset.copyLink || new URL(href ?? location.href, location.href).href;
      if (await copy(address)) say(href ? "Ссылка на строку скопирована" : link.dataset.copyLink ? "Адрес скопирован" : "Ссылка скопирована");
      else say("Скопировать не удалось, ссылка стоит в адресной строке");
      link.focus();
    } else if (event.target.closest("[data-print]")) {
      window.print();
    }
  });
  for (const fold of document.querySelectorAll("details[data-fold]")) {
    fold.toggleAttribute("data-chosen", fold.open);
    fold.querySelector("summary").addEventListener("click", () => fold.toggleAttribute("data-chosen", !fold.open));
  }
  for (const button of document.querySelectorAll("button[data-copy-link], button[data-print]")) button.hidden = false;

  // What stands on a page of its own: a link to its former place leads on
  const follow = () => {
    const place = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const home = place?.closest("[data-elsewhere]");
    if (home && home !== place) location.replace(new URL(home.dataset.elsewhere + location.hash, location.href));
  };
  window.addEventListener("hashchange", follow);
  follow();

  // Contents of the page, on narrow screens
  const toggle = document.querySelector(".dk-toc__toggle");
  if (toggle && document.querySelector(".dk-toc .md-nav__item")) {
    toggle.hidden = false;
    const set = (open) => toggle.setAttribute("aria-expanded", String(open));
    toggle.addEventListener("click", () => set(toggle.getAttribute("aria-expanded") !== "true"));
    document.querySelector(".dk-toc__body").addEventListener("click", (event) => event.target.closest("a") && set(false));
  }

  // Drawer
  const drawer = document.getElementById("__drawer");
  const opener = document.querySelector('[data-dk-drawer="open"]');
  if (drawer && opener) {
    drawer.tabIndex = -1; // the button stands for it
    drawer.setAttribute("aria-hidden", "true");
    const nav = document.getElementById("dk-nav");
    const set = (open) => {
      drawer.checked = open;
      drawer.dispatchEvent(new Event("change"));
      (open ? (nav.querySelector("[aria-current]") ?? nav.querySelector("a")) : opener).focus({ preventScroll: true });
    };
    drawer.addEventListener("change", () => opener.setAttribute("aria-expanded", String(drawer.checked)));
    document.addEventListener("click", (event) => {
      const asked = event.target.closest("[data-dk-drawer]");
      if (asked) set(asked.dataset.dkDrawer === "open");
    });
    document.addEventListener("keydown", (event) => {
      if (!drawer.checked) return;
      if (event.key === "Escape") set(false);
      if (event.key !== "Tab") return;
      const inside = [...nav.querySelectorAll("a, button")];
      const edge = event.shiftKey ? inside[0] : inside.at(-1);
      if (document.activeElement !== edge) return;
      event.preventDefault();
      (event.shiftKey ? inside.at(-1) : inside[0]).focus();
    });
  }
})();
