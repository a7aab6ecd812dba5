// Marking the words of a record in the text with the mouse (or the keyboard's selection).
"use strict";

(function correct() {
  const form = document.querySelector("form[data-correct]");
  const text = document.querySelector(".text[data-report]");
  if (!form || !text) return;
  for (const one of form.querySelectorAll(".js")) one.hidden = false;
  const words = form.elements.words, spans = form.elements.spans;

  // Offsets are code points of the text, as the ledger counts them; each piece says where it begins.
  const place = (node, offset) => {
    const piece = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest("[data-start]");
    if (!piece || !text.contains(piece)) return null;
    const before = document.createRange();
    before.setStart(piece, 0);
    before.setEnd(node, offset);
    return Number(piece.dataset.start) + [...before.toString()].length;
  };

  let kept = [];
  const show = () => {
    spans.value = JSON.stringify(kept.map(([start, end]) => [start, end]));
    words.value = kept.map(([, , quote]) => quote).join("\n");
  };
  const take = (event) => {
    const chosen = document.getSelection();
    if (!chosen || chosen.isCollapsed || !text.contains(chosen.anchorNode)) return;
    const range = chosen.getRangeAt(0);
    let start = place(range.startContainer, range.startOffset), end = place(range.endContainer, range.endOffset);
    const raw = range.toString();
    if (start === null || end === null || !raw.trim()) return;
    start += [...raw].length - [...raw.trimStart()].length;
    end -= [...raw].length - [...raw.trimEnd()].length;
    const quote = raw.trim().replace(/\s+/g, " ");
    kept = event.ctrlKey || event.metaKey || event.shiftKey ? [...kept, [start, end, quote]] : [[start, end, quote]];
    show();
  };
  text.addEventListener("mouseup", take);
  text.addEventListener("keyup", take);
  text.addEventListener("click", (event) => { if (!document.getSelection().isCollapsed) event.preventDefault(); });
  words.addEventListener("input", () => { kept = []; spans.value = ""; });
})();
