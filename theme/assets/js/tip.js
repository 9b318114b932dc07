/*
  Explanations of abbreviations and marks: <abbr title="…"> and any element with data-tip="…".
  They open on press, on keyboard focus and under the pointer; Escape closes. Of equal abbreviations only
  the first one on the page is a stop of the Tab key, the others answer to press and pointer.
*/
(() => {
  const tip = document.createElement("div");
  tip.className = "dk-tip";
  tip.id = "dk-tip";
  tip.setAttribute("role", "tooltip");
  tip.hidden = true;
  document.body.append(tip);
  let owner = null;
  let pinned = false;

  const seen = new Set();
  for (const abbr of document.querySelectorAll("abbr[title]")) {
    abbr.dataset.tip = abbr.title;
    abbr.removeAttribute("title"); // or the browser's own hint would come on top of ours
    if (abbr.closest("a, button, summary")) continue;
    const key = abbr.textContent + abbr.dataset.tip;
    if (seen.has(key)) continue;
    seen.add(key);
    abbr.tabIndex = 0;
  }

  const hide = () => {
    tip.hidden = true;
    owner?.removeAttribute("aria-describedby");
    owner = null;
    pinned = false;
  };
  const show = (element, pin) => {
    if (owner !== element) hide();
    owner = element;
    pinned ||= pin;
    tip.textContent = element.dataset.tip;
    tip.hidden = false;
    element.setAttribute("aria-describedby", "dk-tip");
    const at = element.getClientRects()[0] ?? element.getBoundingClientRect();
    const edge = document.documentElement.clientWidth - tip.offsetWidth - 12;
    const below = at.bottom + tip.offsetHeight + 12 < innerHeight;
    tip.style.left = `${scrollX + Math.max(12, Math.min(at.left, edge))}px`;
    tip.style.top = `${scrollY + (below ? at.bottom + 6 : at.top - tip.offsetHeight - 6)}px`;
  };
  const owning = (event) => (event.target instanceof Element ? event.target.closest("[data-tip]") : null);

  document.addEventListener("click", (event) => {
    const element = owning(event);
    if (!element) return tip.contains(event.target) || hide();
    if (element.closest("a")) return;
    if (owner === element && pinned) hide();
    else show(element, true);
  });
  document.addEventListener("focusin", (event) => {
    const element = owning(event);
    if (element?.matches(":focus-visible")) show(element, false);
  });
  document.addEventListener("focusout", (event) => owning(event) === owner && !pinned && hide());
  document.addEventListener("pointerover", (event) => {
    if (event.pointerType !== "mouse" || pinned) return;
    const element = owning(event);
    if (element) show(element, false);
    else if (owner && !tip.contains(event.target) && document.activeElement !== owner) hide();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && owner) hide();
    else if (event.key === "Enter" && owning(event)?.matches("abbr")) show(owning(event), true);
  });
})();
