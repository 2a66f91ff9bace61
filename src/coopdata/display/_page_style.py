"""How a page looks: on a desk, a phone and paper, by day and by night."""

from __future__ import annotations

from typing import Final

__all__ = ["DATASET_STYLE", "NO_SCRIPT_STYLE", "STYLE"]

STYLE: Final = """\
:root { color-scheme: light dark; --ink: #1c1d21; --paper: #fff; --soft: #565a63; --line: #dcdee3;
  --link: #0b4fa0; --money: #cfe8d5; --share: #fde3bd; --size: #d5e3fa;
  --time: #ecd9f4; --count: #e6e6de; --found: #fff3a8; --actual: #1d7a4a; --planned: #a35a00;
  --target: #7a3fb0; --proposed: #56667a; }
@media screen and (prefers-color-scheme: dark) { :root { --ink: #e9eaed; --paper: #15171b;
  --soft: #aeb3bd; --line: #363a42; --link: #8fbcff; --money: #1f4a2c; --share: #5a3d0c;
  --size: #1e3a66; --time: #4a2c5a; --count: #45453b; --found: #5c5200; --actual: #5cc98f;
  --planned: #f0ab52; --target: #c79bf2; --proposed: #a3b4c9; } }
*, ::before, ::after { box-sizing: border-box; }
html { scroll-padding-top: 5rem; }
body { margin: 0 0 4rem; font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", "Noto Sans",
  sans-serif; color: var(--ink); background: var(--paper); }
header, main { max-width: 76rem; margin: 0 auto; padding: 0 1.25rem; }
h1 { font: 600 1.75rem/1.25 Georgia, "Noto Serif", serif; margin: 1.75rem 0 .35rem;
  overflow-wrap: anywhere; max-width: 50rem; }
h2 { font-size: 1.05rem; font-weight: 650; margin: 0 0 .6rem; }
h2 .many { color: var(--soft); font-weight: 400; margin-inline-start: .3rem; }
h2 > span:first-child, legend span, .bar .switch span, summary span, dt, nav a
  { display: inline-block; }
h2 > span:first-child::first-letter, legend span::first-letter, .switch span::first-letter,
  summary span::first-letter, dt::first-letter, .note::first-letter,
  nav a::first-letter { text-transform: uppercase; }
a { color: var(--link); }
.skip { position: absolute; left: -99rem; }
.skip:focus { left: 1rem; top: .5rem; background: var(--paper); padding: .4rem .8rem; z-index: 9; }
.source, .note { color: var(--soft); font-size: .9rem; margin-top: 0; margin-bottom: .3rem; }
.bar { display: flex; flex-wrap: wrap; gap: .6rem 1.5rem; align-items: center; font-size: .875rem;
  padding-top: .7rem; padding-bottom: .7rem; }
.bar nav { display: flex; flex-wrap: wrap; gap: .2rem 1.1rem; }
.switches { display: flex; flex-wrap: wrap; gap: .6rem 1.5rem; }
fieldset { border: 0; padding: 0; margin: 0; min-width: 0; }
.kinds { display: flex; flex-wrap: wrap; gap: .4rem; align-items: center; }
.kinds legend { float: left; margin-inline-end: .4rem; padding: 0; color: var(--soft); }
.kinds label { display: inline-flex; gap: .35rem; align-items: center; padding: .15rem .6rem;
  border-radius: 1rem; cursor: pointer; }
.switch > span { color: var(--soft); margin-inline-end: .3rem; }
select, input { font: inherit; accent-color: var(--link); }
select, .search { color: inherit; background: var(--paper); border: 1px solid #868b95;
  border-radius: .35rem; padding: .3rem .5rem; }
input[type=checkbox] { width: 1rem; height: 1rem; margin: 0; flex: none; }
.reader { display: grid; grid-template-columns: minmax(0, 42rem) minmax(17rem, 1fr); gap: 3rem;
  align-items: start; margin-top: 1rem; }
.reader.alone { grid-template-columns: minmax(0, 46rem); }
.text { font: 1.0625rem/1.65 Georgia, "Noto Serif", serif; white-space: pre-wrap;
  overflow-wrap: anywhere; }
mark { color: inherit; background: var(--count); border-radius: .2em; padding: .05em .12em;
  cursor: help; -webkit-box-decoration-break: clone; box-decoration-break: clone; }
.money { background: var(--money); } .percent, .ratio { background: var(--share); }
.quantity, .rate { background: var(--size); } .period, .duration { background: var(--time); }
.number, .ordinal { background: var(--count); }
mark.off { background: none; cursor: auto; }
mark.cited { outline: .12em solid currentColor; }
::highlight(cited) { background-color: var(--found); color: var(--ink); }
.at { scroll-margin-top: 30vh; outline: none; }
.at:target::before { content: "\\25B8"; color: var(--link); padding-inline-end: .2em; }
:focus-visible { outline: .17em solid var(--link); outline-offset: .12em; border-radius: .2em; }
.at:focus-visible { outline: none; }
aside { position: sticky; top: 1rem; max-height: calc(100vh - 2rem); overflow: auto;
  padding: .2rem; }
ol.facts { list-style: none; padding: 0; margin: 0; }
ol.facts > li { border-top: 1px solid var(--line); padding: .7rem .2rem; overflow-wrap: anywhere; }
.said { color: inherit; text-decoration: none; font-size: .95rem; }
.said:hover { color: var(--link); text-decoration: underline; }
.said[aria-current] { font-weight: 650; }
.said[aria-current]::before { content: "\\25B8\\00a0"; color: var(--link); }
.tags { margin: .25rem 0 0; font-size: .8rem; line-height: 1.6; color: var(--soft);
  display: flex; flex-wrap: wrap; gap: 0 .8rem; }
.tags b { color: var(--ink); font-weight: 600; }
.tag::before, .legend span::before { content: ""; display: inline-block; width: .55em;
  height: .55em; border-radius: 50%; margin-inline-end: .35em; background: var(--soft); }
.tag.actual::before { background: var(--actual); }
.tag.planned::before { background: var(--planned); }
.tag.target::before { background: var(--target); }
.tag.proposed::before { background: var(--proposed); }
.card { position: fixed; inset: auto 1.25rem 1.25rem auto; width: min(26rem, calc(100vw - 2rem));
  max-height: 60vh; overflow: hidden; background: var(--paper); border: 1px solid var(--line);
  border-radius: .6rem; padding: .8rem 1.1rem; font-size: .875rem; z-index: 5;
  box-shadow: 0 .4rem 1.6rem #0003; overflow-wrap: anywhere; }
.card.beside { inset: auto; pointer-events: none; }
.card[hidden] { display: none; }
.card b { font-size: 1.05rem; line-height: 1.35; display: -webkit-box;
  -webkit-box-orient: vertical; -webkit-line-clamp: 5; overflow: hidden; }
dl { margin: .4rem 0 0; display: grid; grid-template-columns: auto 1fr; gap: .1rem .9rem; }
dt { color: var(--soft); }
dd { margin: 0; display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 3;
  overflow: hidden; }
@media (max-width: 52rem) {
  header, main { padding-left: 1rem; padding-right: 1rem; }
  h1 { font-size: 1.4rem; margin-top: 1.2rem; }
  .reader, .reader.alone { grid-template-columns: minmax(0, 1fr); gap: 2rem; }
  aside { position: static; max-height: none; padding: 0; }
  .kinds legend { float: none; width: 100%; }
  .card { inset: auto .5rem .5rem .5rem; width: auto; } }
@media print { :root { color-scheme: light; }
  .bar, .card, .skip, .filters, .find, .needs-script { display: none !important; }
  body { font-size: 10pt; } main, .reader, .explore { display: block !important; }
  aside { position: static; max-height: none; margin-top: 2rem; }
  mark { border-bottom: 1px solid; background: none; }
  ol.facts > li { break-inside: avoid; } a { color: inherit; } }
"""

DATASET_STYLE: Final = """\
main > section { margin-top: 2.2rem; }
main > section > h2 { font-size: 1.3rem; }
.explore { display: grid; grid-template-columns: 16rem minmax(0, 1fr); gap: 2.5rem;
  align-items: start; }
.find { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: center;
  margin-bottom: .8rem; font-size: .9rem; }
.search { flex: 1 1 16rem; min-width: 0; padding: .45rem .7rem; }
.search::placeholder { color: var(--soft); opacity: 1; }
.count { margin: 0; color: var(--soft); }
button { font: inherit; color: var(--link); background: none; border: 1px solid #868b95;
  border-radius: .35rem; padding: .3rem .7rem; cursor: pointer; }
.filters { font-size: .875rem; }
.filters > summary { display: none; }
.filters details { border-top: 1px solid var(--line); padding: .55rem 0; }
summary { cursor: pointer; font-weight: 600; }
.filters fieldset { max-height: 17.2rem; overflow: auto; margin-top: .35rem; padding: .1rem .2rem; }
.filters label { display: flex; gap: .5rem; align-items: baseline; padding: .12rem 0;
  cursor: pointer; overflow-wrap: anywhere; }
.filters input { position: relative; top: .15rem; }
.filters small { margin-inline-start: auto; color: var(--soft); font-size: inherit;
  font-variant-numeric: tabular-nums; }
.filters .empty { color: var(--soft); }
blockquote { margin: .35rem 0 0; padding-inline-start: .7rem; border-inline-start: 2px solid
  var(--line); color: var(--soft); font: italic .9rem/1.5 Georgia, "Noto Serif", serif;
  display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 3; overflow: hidden; }
.from { margin: .25rem 0 0; font-size: .8rem; color: var(--soft); }
.scroll { overflow: auto; max-height: 64rem; border: 1px solid var(--line); border-radius: .5rem;
  padding: .5rem; }
.years { display: block; width: 100%; min-width: 54rem; }
.years text { font: 12px system-ui, sans-serif; fill: var(--soft); }
.years line { stroke: var(--line); }
.drawing rect { rx: 4px; }
.drawing .actual { --own: var(--actual); } .drawing .planned { --own: var(--planned); }
.drawing .target { --own: var(--target); } .drawing .proposed { --own: var(--proposed); }
.drawing rect { fill: var(--own, var(--soft)); stroke: var(--own, var(--soft));
  stroke-width: 1.5; fill-opacity: .85; }
.drawing .vague rect { fill-opacity: .2; stroke-dasharray: 4 3; }
.drawing path { fill: none; stroke: var(--own, var(--soft)); stroke-width: 1.5;
  stroke-opacity: .6; vector-effect: non-scaling-stroke; pointer-events: stroke; }
.drawing .planned path, .drawing .target path, .drawing .proposed path { stroke-dasharray: 5 3; }
.drawing a:hover rect, .drawing a:focus rect { fill-opacity: 1; stroke: var(--ink);
  stroke-width: 2.5; }
.drawing a:hover path, .drawing a:focus path { stroke-width: 4; stroke-opacity: 1; }
.drawing a { outline: none; }
.drawing .out { opacity: .1; pointer-events: none; }
.legend { display: flex; flex-wrap: wrap; gap: .2rem 1.1rem; font-size: .8rem; color: var(--soft);
  margin: .5rem 0 0; }
.legend .undated { margin-inline-start: auto; } .legend .undated::before { display: none; }
.legend .actual::before { background: var(--actual); }
.legend .planned::before { background: var(--planned); }
.legend .target::before { background: var(--target); }
.legend .proposed::before { background: var(--proposed); }
.pairs { display: grid; grid-template-columns: fit-content(50%) minmax(7rem, 26rem); }
.pairs ol { list-style: none; margin: 0; padding: 0; min-width: 0; text-align: end; }
.pairs li { height: 22px; line-height: 22px; font-size: .8125rem; white-space: nowrap;
  display: flex; align-items: center; justify-content: flex-end; gap: .45rem; }
.pairs li a { color: inherit; text-decoration: none; overflow: hidden; text-overflow: ellipsis; }
.pairs li a:hover { text-decoration: underline; }
.pairs li a:focus-visible { outline-offset: -.15em; }
.pairs li::after { content: ""; flex: none; width: .5rem; height: .5rem; border-radius: 50%;
  background: var(--link); }
.pairs li.place::after { border-radius: 0; background: var(--soft); }
.pairs li.person::after { background: none; border: 2px solid var(--link); }
.pairs svg { width: 100%; }
main > section > article { border-top: 1px solid var(--line); padding: 1.4rem 0; max-width: 46rem; }
h3 { font: 600 1.2rem/1.3 Georgia, "Noto Serif", serif; margin: 0 0 .2rem; }
article .text { margin-top: .8rem; }
@media (max-width: 52rem) { .explore { grid-template-columns: minmax(0, 1fr); gap: 1rem; }
  .filters > summary { display: list-item; border: 1px solid #868b95; border-radius: .35rem;
    padding: .4rem .7rem; } }
@media print { .years { min-width: 0; } .scroll { max-height: none; overflow: visible; border: 0; }
  blockquote { display: block; } }
"""

NO_SCRIPT_STYLE: Final = """\
.needs-script { display: none !important; } .explore { display: block; }
"""
