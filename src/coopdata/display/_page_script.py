"""What a page does: it tells values, changes its language, shows the words that a fact cites.

Texts are only ever set as text. Parts of a page are looked up by class, so that no fact's id can
stand in their way.
"""

from __future__ import annotations

from typing import Final

__all__ = ["CARD_SCRIPT", "DATASET_SCRIPT", "KINDS_SCRIPT"]

CARD_SCRIPT: Final = """\
const all = (query) => [...document.querySelectorAll(query)];
const one = (query) => document.querySelector(query);
const data = JSON.parse(one("script.data").textContent);
const card = one(".card"), select = one(".language select"), units = one(".units select");
const marks = all("mark"), texts = all(".text");
const words = () => data.languages[select.value];
const say = (group, key) => {
  const told = words(), own = ((units && data.units[units.value]) || {})[group];
  return own && key in own ? told.others[own[key]] : told[group][key];
};
let again = null, beside = null;
const place = () => {
  const wide = beside && !matchMedia("(max-width: 52rem)").matches;
  card.classList.toggle("beside", Boolean(wide));
  if (!wide) { card.style.left = card.style.top = ""; return; }
  const at = beside.getClientRects()[0], own = card.getBoundingClientRect(), gap = 8;
  const below = at.bottom + gap, above = at.top - gap - own.height;
  const right = document.documentElement.clientWidth - own.width - gap;
  card.style.left = Math.max(gap, Math.min(at.left, right)) + "px";
  card.style.top = (below + own.height > innerHeight && above > 0 ? above : below) + "px";
};
addEventListener("scroll", () => card.hidden || place(), { passive: true });
const make = (tag, text) => {
  const made = document.createElement(tag);
  made.textContent = text; made.dir = "auto";
  return made;
};
const tell = (head, rows, lang) => {
  const list = document.createElement("dl"), value = make("b", head);
  if (lang) value.lang = lang;
  for (const [name, text] of rows)
    if (text) list.append(make("dt", name), make("dd", text));
  card.replaceChildren(value, list);
  card.hidden = false;
  place();
};
const hide = () => { again = null; card.hidden = true; };
const holds = (fact, known) => data.facts[fact].spans.some(([text, first, last]) =>
  text === known.text && first <= known.span[0] && known.span[1] <= last);
const showMention = (mark) => {
  again = () => showMention(mark);
  beside = mark;
  const at = Number(mark.dataset.at), known = data.mentions[at], told = words();
  const label = told.labels, stated = told.facts.filter((_, fact) => holds(fact, known));
  tell(say("values", at), [
    [label.kind, told.kinds[known.kind]], [label.value, known.value],
    [label.change, told.changes[known.change]], [label.why, known.why],
    [label.characters, known.at.join("–")],
    ...stated.slice(0, 2).map((fact, nth) => [nth ? "" : label.facts, fact])]);
};
const showFact = (at, drawn) => {
  again = () => showFact(at, drawn);
  beside = drawn;
  const fact = data.facts[at], told = words(), label = told.labels;
  tell(told.facts[at], [
    [label.kind, told.fact_kinds[fact.kind]], [label.status, told.statuses[fact.status]],
    [label.value, say("amounts", at)], [label.period, told.times[at]]], told.spoken);
};
for (const mark of marks) {
  const show = () => mark.classList.contains("off") || showMention(mark);
  for (const kind of ["mouseenter", "focus", "click"]) mark.addEventListener(kind, show);
  for (const kind of ["blur", "mouseleave"]) mark.addEventListener(kind, hide);
}
document.addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });
const describe = () =>
  marks.forEach((mark, at) => mark.setAttribute("aria-description", say("values", at)));
for (const mark of marks) mark.removeAttribute("title");  // the card says it, and only once
describe();
const changed = [];
const change = () => {
  const told = words();
  document.documentElement.lang = select.value;
  const worded = (known) => {
    const gap = known.indexOf(" "), group = known.slice(0, gap);
    return [say(group, known.slice(gap + 1)), group === "facts" ? told.spoken : ""];
  };
  for (const each of all("[data-say]")) {
    const [text, lang] = worded(each.dataset.say);
    each.textContent = text;
    if (lang) each.lang = lang;
  }
  for (const each of all("[data-name]"))
    each.setAttribute("aria-label", worded(each.dataset.name)[0]);
  describe();
  for (const does of changed) does();
  if (again) again();
};
for (const each of [select, units]) if (each) each.addEventListener("change", change);
const rangeOf = ([text, first, last]) => {
  const range = document.createRange(), ends = [first, last];
  const walker = document.createTreeWalker(texts[text], NodeFilter.SHOW_TEXT);
  let seen = 0, node;
  while (ends.length && (node = walker.nextNode())) {
    while (ends.length && ends[0] <= seen + node.length) {
      if (ends.length === 2) {
        if (ends[0] === seen + node.length) break;
        range.setStart(node, ends.shift() - seen);
      } else range.setEnd(node, ends.shift() - seen);
    }
    seen += node.length;
  }
  return range;
};
const cite = () => {
  let id = location.hash.slice(1);
  try { id = decodeURIComponent(id); } catch { /* no address of ours */ }
  const at = data.facts.findIndex((fact) => fact.id === id);
  const spans = at < 0 ? [] : data.facts[at].spans;
  marks.forEach((mark, nth) =>
    mark.classList.toggle("cited", at >= 0 && holds(at, data.mentions[nth])));
  if (window.Highlight && CSS.highlights)
    CSS.highlights.set("cited", new Highlight(...spans.map(rangeOf)));
  for (const each of all("[data-fact]"))
    if (Number(each.dataset.fact) === at) each.setAttribute("aria-current", "true");
    else each.removeAttribute("aria-current");
};
addEventListener("hashchange", cite);
cite();
"""

KINDS_SCRIPT: Final = """\
for (const box of all(".kinds input"))
  box.addEventListener("change", () => {
    for (const mark of marks)
      if (mark.classList.contains(box.value)) {
        mark.classList.toggle("off", !box.checked);
        mark.tabIndex = box.checked ? 0 : -1;
      }
  });
"""

DATASET_SCRIPT: Final = """\
const items = all(".fact"), boxes = all(".filters input[type=checkbox]");
const search = one(".search"), count = one(".count"), drawn = all("a[data-drawn]");
const bare = (text) => text.normalize("NFKC").toLowerCase()
  .replace(/\\u0307/g, "").replace(/ё/g, "е").replace(/ı/g, "i");
let found = [];
const readAll = () => {
  const told = words(), written = texts.map((text) => text.textContent);
  found = data.facts.map((fact, at) => bare([
    told.facts[at], told.amounts[at], say("amounts", at), told.times[at],
    ...fact.spans.map(([text, first, last]) => written[text].slice(first, last)),
    ...fact.facets[2].map((party) => told.parties[party])].join(" ")));
};
const filter = () => {
  const told = words(), wanted = bare(search.value).split(/\\s+/).filter(Boolean);
  const chosen = data.facets.map(() => new Set());
  for (const box of boxes)
    if (box.checked) chosen[box.dataset.facet].add(Number(box.value));
  const counts = chosen.map(() => new Map());
  let shown = 0;
  data.facts.forEach((fact, at) => {
    const worded = wanted.every((word) => found[at].includes(word));
    const misses = chosen.map((set, facet) =>
      set.size > 0 && !fact.facets[facet].some((value) => set.has(value)));
    const missed = misses.filter(Boolean).length, is = worded && missed === 0;
    if (is) shown += 1;
    items[at].hidden = !is;
    if (worded)
      fact.facets.forEach((values, facet) => {
        if (missed === 0 || (missed === 1 && misses[facet]))
          for (const value of values)
            counts[facet].set(value, (counts[facet].get(value) || 0) + 1);
      });
  });
  for (const box of boxes) {
    const many = counts[box.dataset.facet].get(Number(box.value)) || 0;
    box.parentNode.lastElementChild.textContent = many;
    box.parentNode.classList.toggle("empty", many === 0 && !box.checked);
  }
  for (const each of drawn) {
    each.classList.toggle("out", items[each.dataset.drawn].hidden);
    each.setAttribute("tabindex", "-1");
  }
  for (const group of all(".drawing")) {
    const first = [...group.querySelectorAll("a[data-drawn]:not(.out)")][0];
    if (first) first.setAttribute("tabindex", "0");
  }
  count.textContent = shown ? told.labels.shown.replace("{shown}", shown)
    .replace("{all}", data.facts.length) : told.labels.nothing;
  one(".clear").hidden = !wanted.length && chosen.every((set) => set.size === 0);
};
for (const box of boxes) box.addEventListener("change", filter);
search.addEventListener("input", filter);
one(".clear").addEventListener("click", () => {
  for (const box of boxes) box.checked = false;
  search.value = "";
  filter();
  search.focus();
});
for (const each of drawn) {
  const show = () => showFact(Number(each.dataset.drawn), each.firstElementChild);
  for (const kind of ["mouseenter", "focus"]) each.addEventListener(kind, show);
  for (const kind of ["blur", "mouseleave"]) each.addEventListener(kind, hide);
  each.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const group = [...each.closest(".drawing").querySelectorAll("a[data-drawn]:not(.out)")];
    const next = group[group.indexOf(each) + step];
    if (!next) return;
    each.setAttribute("tabindex", "-1");
    next.setAttribute("tabindex", "0");
    next.focus();
  });
}
for (const node of all("a[data-party]"))
  node.addEventListener("click", () => {
    for (const box of boxes)
      box.checked = box.dataset.facet === "2" && box.value === node.dataset.party;
    search.value = "";
    filter();
  });
for (const each of all(".scroll")) each.scrollLeft = each.scrollWidth;
if (matchMedia("(max-width: 52rem)").matches) one(".filters").open = false;
changed.push(() => {
  readAll();
  search.setAttribute("aria-label", words().labels.search);
  search.placeholder = words().labels.search;
  filter();
});
readAll();
filter();
"""
