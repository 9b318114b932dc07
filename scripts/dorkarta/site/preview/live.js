/*
  Keeps a page of the preview fresh. The bar follows at once. Where only words of the page changed, they are changed
  in place; anything else comes with the page loaded anew, at the same place and with the same folds open.
*/
(() => {
  const place = document.getElementById("dk-preview");
  const script = document.currentScript;
  const KEY = `dk-preview:${location.pathname}`;

  /** What tells one fold of the page from another. */
  const folds = () => {
    const seen = new Map();
    return [...document.querySelectorAll("details")]
      .filter((fold) => !place.contains(fold))
      .map((fold) => {
        const name = fold.id || fold.querySelector("summary")?.textContent.trim() || "";
        seen.set(name, (seen.get(name) ?? 0) + 1);
        return [`${name}#${seen.get(name)}`, fold];
      });
  };

  const comeAnew = () => {
    const open = folds().filter(([, fold]) => fold.open).map(([name]) => name);
    sessionStorage.setItem(KEY, JSON.stringify({ open, top: scrollY }));
    leave();
    location.reload();
  };

  const restore = () => {
    const kept = sessionStorage.getItem(KEY);
    sessionStorage.removeItem(KEY);
    if (!kept) return;
    const { open, top } = JSON.parse(kept);
    for (const [name, fold] of folds()) fold.open = open.includes(name);
    scrollTo({ top, behavior: "instant" });
  };

  /** The page as the server gives it; scripts have not been at it. */
  const sent = async (cache) => new DOMParser().parseFromString(await (await fetch(location.href, { cache })).text(), "text/html");
  const stateOf = (page) => page.getElementById(place.id)?.dataset.page;
  let before;

  /** What is to be done to the living node to say what the new one says; nothing where that is not plain. */
  const edits = (old, now, living) => {
    if (old.id === place.id || old.isEqualNode(now)) return [];
    if (!living || old.nodeName !== now.nodeName || old.nodeName !== living.nodeName || old.nodeName === "SCRIPT") return null;
    if (old.nodeType === Node.TEXT_NODE) return living.data === old.data ? [() => (living.data = now.data)] : null;
    if (old.childNodes.length !== now.childNodes.length || old.attributes.length !== now.attributes.length) return null;
    const found = [];
    for (const { name, value } of now.attributes) {
      if (old.getAttribute(name) === value) continue;
      if (old.getAttribute(name) !== living.getAttribute(name)) return null;
      found.push(() => living.setAttribute(name, value));
    }
    for (const [index, child] of old.childNodes.entries()) {
      const inside = edits(child, now.childNodes[index], living.childNodes[index]);
      if (!inside) return null;
      found.push(...inside);
    }
    return found;
  };

  const follow = async () => {
    const now = await sent("no-store");
    const known = await before;
    const found = known && stateOf(known) === place.dataset.page && edits(known.body, now.body, document.body);
    if (!found || stateOf(now).split("-")[1] !== place.dataset.page.split("-")[1]) return comeAnew();
    for (const edit of found) edit();
    document.title = now.title;
    place.dataset.page = stateOf(now);
    before = now;
  };

  /** The bar stays folded as it was while it says as bad things. */
  let said;
  const tell = (bar) => {
    said = bar;
    const former = place.querySelector("details");
    const [was, wasOpen] = [former?.className, former?.open];
    place.innerHTML = bar;
    const now = place.querySelector("details");
    if (now && now.className === was) now.open = wasOpen;
  };

  let events;
  const listen = () => {
    events ??= new EventSource(new URL(`events?${location.pathname}`, script.src));
    events.onmessage = ({ data }) => {
      const { page, bar } = JSON.parse(data);
      if (bar !== said) tell(bar);
      if (page !== place.dataset.page) follow().catch(() => {});
    };
  };
  /** A browser keeps few connections: hidden pages ask again when they are seen. */
  const leave = () => {
    events?.close();
    events = undefined;
  };
  restore();
  if (!document.hidden) listen();
  addEventListener("load", () => setTimeout(() => (before = sent("force-cache").catch(() => null))));
  document.addEventListener("visibilitychange", () => (document.hidden ? leave() : listen()));
  addEventListener("pagehide", leave);
  addEventListener("pageshow", ({ persisted }) => persisted && listen());
})();
