/*
  «Версия для слабовидящих»: keeps size, colours and spacing in localStorage («dorkarta.view») and on
  <html data-view-…>. The page's head restores them before the first paint (partials/view-restore.html).
*/
(() => {
  const KEY = "dorkarta.view";
  const NAMES = ["size", "colors", "spacing"];
  const panel = document.getElementById("dk-view");
  const opener = document.querySelector('[data-dk-view="open"]');
  if (!panel || !opener || !panel.showModal) return;
  const form = panel.querySelector("form");
  const root = document.documentElement;

  const show = (choice) => {
    for (const name of NAMES) {
      if (choice[name]) root.setAttribute(`data-view-${name}`, choice[name]);
      else root.removeAttribute(`data-view-${name}`);
    }
    window.dispatchEvent(new Event("resize")); // Material measures its header again
  };
  const keep = (choice) => {
    try {
      if (NAMES.some((name) => choice[name])) localStorage.setItem(KEY, JSON.stringify(choice));
      else localStorage.removeItem(KEY);
    } catch {
      // A browser that keeps nothing still shows the choice on this page.
    }
  };

  opener.hidden = false;
  opener.addEventListener("click", () => {
    for (const name of NAMES) form.elements[name].value = root.getAttribute(`data-view-${name}`) ?? "";
    panel.showModal();
  });
  form.addEventListener("change", () => {
    const choice = Object.fromEntries(NAMES.map((name) => [name, form.elements[name].value]));
    show(choice);
    keep(choice);
  });
  form.addEventListener("reset", () => {
    show({});
    keep({});
  });
  panel.addEventListener("click", (event) => event.target === panel && panel.close());
})();
