/*
  «Подобрать по рискам»: a school ticks its risks and keeps what helps against them. Nothing leaves the device: the choice
  stands in the address alone (?risk=…&risk=…). Without scripts everything is shown, factor by factor.

  Contract with the page (theme/blocks/risks.html):
    form[data-risks-for=ID]   checkboxes named risk
    #ID [data-risk]           a factor or an event; ids of factors with spaces between them. Shown where one of them is
                              ticked, or none is ticked at all
    #ID [data-none]           shown where every event is hidden
  Practices and activities are counted once, however many factors show them.
*/
(() => {
  function start(form) {
    const results = document.getElementById(form.dataset.risksFor);
    if (!results) return;
    const parts = [...results.querySelectorAll("[data-risk]:not([data-item])")];
    const events = parts.filter((part) => "entry" in part.dataset);
    const none = results.querySelector("[data-none]");
    const links = [...results.querySelectorAll("section[data-risk] :is(.dk-practices, .dk-agenda) a")];
    const count = (found) => new Set(found.map((link) => link.href)).size;

    const apply = ({ risk }) => {
      const asked = new Set(risk);
      for (const part of parts) part.hidden = asked.size > 0 && !part.dataset.risk.split(" ").some((each) => asked.has(each));
      if (none) none.hidden = events.some((event) => !event.hidden);
      return { shown: count(links.filter((link) => !link.closest("[hidden]"))), total: count(links) };
    };
    window.dorkartaFilter(form, { of: results.id, apply });
  }

  for (const form of document.querySelectorAll("form[data-risks-for]")) start(form);
})();
