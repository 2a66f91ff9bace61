"""What a page brings with it: its style and its script, in one file and without any request."""

from __future__ import annotations

from typing import Final

__all__ = ["READER_SCRIPT", "STYLE"]

STYLE: Final = """\
:root { color-scheme: light dark; --ink: #1b1b1b; --paper: #fff; --soft: #595959; --line: #d0d0d0;
  --money: #cfe8d5; --share: #fde3bd; --size: #d5e3fa; --time: #ecd9f4; --count: #e4e4dc; }
@media (prefers-color-scheme: dark) { :root { --ink: #ececec; --paper: #161616; --soft: #b4b4b4;
  --line: #4a4a4a; --money: #1f4a2c; --share: #5a3d0c; --size: #1e3a66; --time: #4a2c5a;
  --count: #45453b; } }
* { box-sizing: border-box; }
body { margin: 0; font: 1rem/1.6 Georgia, "Noto Serif", serif; color: var(--ink);
  background: var(--paper); }
header, .controls, main { max-width: 76rem; margin: 0 auto; padding: 0 1rem; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 1.2rem 0 .3rem; }
h2 { font-size: 1.1rem; margin: 0 0 .6rem; }
.source, .note { color: var(--soft); font: .85rem/1.5 system-ui, sans-serif; margin: .2rem 0; }
.controls { display: flex; flex-wrap: wrap; gap: .4rem 1.2rem; align-items: center;
  font: .85rem/1.5 system-ui, sans-serif; padding-top: .6rem; padding-bottom: .6rem; }
fieldset { border: 0; padding: 0; margin: 0; display: flex; flex-wrap: wrap; gap: .2rem .9rem; }
legend { float: left; margin-right: .7rem; padding: 0; }
select, input { font: inherit; }
main { display: grid; grid-template-columns: minmax(0, 3fr) minmax(16rem, 2fr); gap: 2rem;
  align-items: start; }
.text { white-space: pre-wrap; overflow-wrap: anywhere; }
mark { color: inherit; background: var(--count); border-radius: .2em; padding: 0 .1em;
  cursor: help; }
mark.money { background: var(--money); } mark.percent, mark.ratio { background: var(--share); }
mark.quantity, mark.rate { background: var(--size); }
mark.period, mark.duration { background: var(--time); }
mark.off { background: none; cursor: auto; }
mark.cited, .text a:target + * { outline: .15em solid currentColor; }
:focus-visible { outline: .2em solid #1a66d6; outline-offset: .1em; }
aside { font: .9rem/1.5 system-ui, sans-serif; position: sticky; top: 1rem; max-height: 94vh;
  overflow: auto; }
aside ol { list-style: none; padding: 0; margin: 0; }
aside li { border-top: 1px solid var(--line); padding: .5rem 0; }
aside a { color: inherit; }
.card { position: fixed; inset: auto 1rem 1rem auto; width: min(26rem, calc(100vw - 2rem));
  background: var(--paper); border: 1px solid var(--soft); border-radius: .4rem;
  padding: .7rem 1rem; font: .9rem/1.5 system-ui, sans-serif; box-shadow: 0 .3rem 1.2rem #0004; }
.card[hidden] { display: none; }
.card b { font-size: 1.1rem; }
dl { margin: .3rem 0 0; display: grid; grid-template-columns: auto 1fr; gap: 0 .8rem; }
dt { color: var(--soft); } dd { margin: 0; overflow-wrap: anywhere; }
@media (max-width: 52rem) { main { grid-template-columns: minmax(0, 1fr); }
  aside { position: static; max-height: none; } }
@media print { .controls, .card { display: none; } main { display: block; }
  aside { position: static; max-height: none; margin-top: 2rem; }
  mark { border-bottom: 1px solid; background: none; } }
"""

READER_SCRIPT: Final = """\
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const card = document.getElementById("card");
  const select = document.getElementById("language");
  const marks = [...document.querySelectorAll("mark")];
  let shown = null;
  const words = () => data.languages[select.value];
  const row = (list, name, value) => {
    if (!value) return;
    const dt = document.createElement("dt"), dd = document.createElement("dd");
    dt.textContent = name; dd.textContent = value; dd.dir = "auto"; list.append(dt, dd);
  };
  const show = (mark) => {
    shown = mark;
    const at = Number(mark.dataset.at), one = data.mentions[at], told = words();
    card.replaceChildren();
    const value = document.createElement("b"), list = document.createElement("dl");
    value.textContent = told.values[at]; value.dir = "auto";
    row(list, told.labels.kind, told.kinds[one.kind]);
    row(list, told.labels.value, one.value);
    row(list, told.labels.change, one.change && told.kinds[one.change]);
    row(list, told.labels.why, one.why);
    row(list, told.labels.words, mark.textContent);
    row(list, told.labels.characters, one.start + "–" + one.end);
    card.append(value, list); card.hidden = false;
  };
  const hide = () => { shown = null; card.hidden = true; };
  for (const mark of marks) {
    mark.addEventListener("mouseenter", () => mark.classList.contains("off") || show(mark));
    mark.addEventListener("focus", () => show(mark));
    mark.addEventListener("click", () => mark.classList.contains("off") || show(mark));
    mark.addEventListener("blur", hide);
  }
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });
  const tell = () => {
    const told = words();
    document.documentElement.lang = select.value;
    for (const one of document.querySelectorAll("[data-label]"))
      one.textContent = told.labels[one.dataset.label];
    for (const one of document.querySelectorAll("[data-kind]"))
      one.textContent = told.kinds[one.dataset.kind];
    document.querySelectorAll("[data-fact]").forEach((one) => {
      one.textContent = told.facts[Number(one.dataset.fact)]; one.lang = select.value;
    });
    marks.forEach((mark, at) => { mark.title = told.values[at]; });
    if (shown) show(shown);
  };
  select.addEventListener("change", tell);
  for (const box of document.querySelectorAll("input[type=checkbox]"))
    box.addEventListener("change", () => {
      for (const mark of marks)
        if (mark.classList.contains(box.value)) {
          mark.classList.toggle("off", !box.checked);
          mark.tabIndex = box.checked ? 0 : -1;
        }
    });
  const cite = () => {
    const found = decodeURIComponent(location.hash.slice(1));
    const fact = data.facts.find((one) => one.id === found);
    marks.forEach((mark, at) => {
      const one = data.mentions[at];
      const cited = fact && fact.spans.some(([start, end]) => start <= one.start && one.end <= end);
      mark.classList.toggle("cited", Boolean(cited));
    });
  };
  addEventListener("hashchange", cite);
  cite();
})();
"""
