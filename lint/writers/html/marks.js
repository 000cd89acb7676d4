// Marks and cards: which stretches of the documents belong to which checks; choosing one moves the other side and lights up all parts.
var body = document.body;
var current = null;
var cards = all("#side [data-parts], #side .card");
var marks = {};
var owners = {};

function all(selector, root) {
  return Array.prototype.slice.call((root || document).querySelectorAll(selector));
}

function one(selector, root) {
  return (root || document).querySelector(selector);
}

function words(text) {
  return text ? text.split(" ") : [];
}

all("[data-m]", one("#documents")).forEach(function (element) {
  words(element.dataset.m).forEach(function (id) {
    (marks[id] = marks[id] || []).push(element);
  });
});

cards.forEach(function (card) {
  words(card.dataset.parts).forEach(function (id) {
    (owners[id] = owners[id] || []).push(card);
  });
});

// The card of a mark: the current one if it has that part, else the one that the mark leads to.
function cardOf(element) {
  var ids = words(element.dataset.m);
  var named = element.dataset.c || (element.getAttribute("href") || "").slice(1);
  if (current && ids.some(function (id) { return words(current.dataset.parts).indexOf(id) >= 0; })) return current;
  return (named && document.getElementById(named)) || ids.map(function (id) { return (owners[id] || [])[0]; })[0] || null;
}

function isSeen(element) {
  return element.getClientRects().length > 0;
}

function light(card, kind) {
  all("." + kind).forEach(function (element) { element.classList.remove(kind, kind + "-first"); });
  if (!card) return;
  words(card.dataset.parts).forEach(function (id, index) {
    (marks[id] || []).forEach(function (element) {
      element.classList.add(kind);
      if (index === 0) element.classList.add(kind + "-first");
    });
  });
  card.classList.add(kind);
}

// Opens whatever a card is folded into, and the tab that it stands in.
function unfold(card) {
  for (var above = card.parentElement; above; above = above.parentElement) {
    if (above.tagName === "DETAILS") above.open = true;
    if (above.getAttribute("role") === "tabpanel") showTab(above.id);
  }
}

function choose(card) {
  if (current) current.removeAttribute("aria-current");
  current = card;
  light(card, "chosen");
  if (card) card.setAttribute("aria-current", "true");
}

function goToMark(id) {
  var found = marks[id] || [];
  if (!found.length) return;
  showPane("documents");
  var element = found.filter(isSeen)[0];
  if (!element) return;
  element.scrollIntoView({ block: "center", inline: "nearest" });
  all(".here").forEach(function (each) { each.classList.remove("here"); });
  found.forEach(function (each) { each.classList.add("here"); });
  window.clearTimeout(goToMark.timer);
  goToMark.timer = window.setTimeout(function () { found.forEach(function (each) { each.classList.remove("here"); }); }, 1200);
}

function goToCard(card, focus) {
  if (!isShown(card)) resetFilters();
  showPane("findings");
  unfold(card);
  choose(card);
  card.scrollIntoView({ block: "nearest" });
  if (focus) card.focus({ preventScroll: true });
}

// From a card to the first of its marks, on a wide screen without leaving the card.
function follow(card) {
  choose(card);
  var first = words(card.dataset.parts)[0];
  if (first && !isNarrow()) goToMark(first);
}

one("#documents").addEventListener("click", function (event) {
  var element = event.target.closest("[data-m]");
  var card = element && cardOf(element);
  if (!card) return;
  event.preventDefault();
  goToCard(card, true);
});

one("#side").addEventListener("click", function (event) {
  var link = event.target.closest("a.card-link");
  if (link) {
    event.preventDefault();
    goToCard(document.getElementById(link.getAttribute("href").slice(1)), true);
    return;
  }
  var rule = event.target.closest("a.rule-link");
  if (rule) {
    var page = document.getElementById(rule.getAttribute("href").slice(1));
    event.preventDefault();
    showTab("rules");
    page.open = true;
    page.scrollIntoView({ block: "nearest" });
    one("summary", page).focus();
    return;
  }
  var go = event.target.closest("a.go, svg a");
  var card = event.target.closest("[data-parts], .card");
  if (go) {
    event.preventDefault();
    if (card) choose(card);
    var id = go.getAttribute("href").slice(1);
    if (!card) choose((owners[id] || []).filter(function (each) { return each.classList.contains("card"); })[0] || (owners[id] || [])[0] || null);
    goToMark(id);
  } else if (card && !event.target.closest("button, input, summary, a")) {
    follow(card);
  }
});

["mouseover", "focusin"].forEach(function (kind) {
  document.addEventListener(kind, function (event) {
    if (!event.target.closest) return;
    var element = event.target.closest("#documents [data-m]");
    var card = element ? cardOf(element) : event.target.closest("#side [data-parts]");
    light(card, "lit");
  });
});
