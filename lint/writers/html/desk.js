// Decisions: kept by fingerprint in this page, where the browser allows it beyond closing, and exported as a list that `gouji decide import` reads.
var NAME = "校核意见.json";
var decisions = {};
var saved = true;
var author = one("#author");

function remember() {
  try {
    window.localStorage.setItem(body.dataset.key, JSON.stringify({ author: author.value, decisions: decisions }));
    return true;
  } catch (refused) {
    return false;
  }
}

function recall() {
  try {
    var kept = JSON.parse(window.localStorage.getItem(body.dataset.key) || "{}");
    decisions = kept.decisions || {};
    author.value = kept.author || "";
  } catch (refused) {
    decisions = {};
  }
}

function today() {
  var now = new Date();
  return [now.getFullYear(), ("0" + (now.getMonth() + 1)).slice(-2), ("0" + now.getDate()).slice(-2)].join("-");
}

function lacksReason(card) {
  var made = decisions[card.dataset.print];
  return Boolean(made && !made.reason.trim() && one('[data-verdict="' + made.verdict + '"]', card).hasAttribute("data-reasoned"));
}

// Shows on every card of a finding what is decided; one that stands in several files has several.
function showDecision(card) {
  var made = decisions[card.dataset.print];
  var verdict = made ? made.verdict : card.dataset.given || "";
  var desk = all(".desk", card).filter(function (each) { return each.parentElement === card; })[0];
  var field = one(".reason", desk);
  var lacks = lacksReason(card);
  card.dataset.verdict = verdict;
  all("button", desk).forEach(function (button) {
    button.setAttribute("aria-pressed", String(button.dataset.verdict === verdict));
  });
  if (document.activeElement !== field) field.value = made ? made.reason : "";
  field.hidden = !made;
  field.setAttribute("aria-invalid", String(lacks));
  one(".missing", desk).hidden = !lacks;
}

function changed(print) {
  var told = one("#export").dataset;
  saved = remember();
  if (!saved) toast(told.unsaved);
  all(".card").filter(function (card) { return card.dataset.print === print; }).forEach(showDecision);
  one("#decided").textContent = Object.keys(decisions).length;
}

function decide(card, verdict) {
  var print = card.dataset.print;
  var before = decisions[print];
  if (before && before.verdict === verdict) delete decisions[print];
  else decisions[print] = { verdict: verdict, reason: before ? before.reason : "", day: today() };
  changed(print);
}

one("#side").addEventListener("click", function (event) {
  var button = event.target.closest(".desk button");
  if (!button) return;
  var card = button.closest(".card");
  choose(card);
  decide(card, button.dataset.verdict);
  if (lacksReason(card)) one(".desk .reason", card).focus();
});

one("#side").addEventListener("input", function (event) {
  if (!event.target.classList.contains("reason")) return;
  var card = event.target.closest(".card");
  decisions[card.dataset.print].reason = event.target.value;
  decisions[card.dataset.print].day = today();
  changed(card.dataset.print);
});

author.addEventListener("input", function () { saved = remember(); });

one("#export").addEventListener("click", function () {
  var told = one("#export").dataset;
  var seen = {};
  var decided = all(".card").filter(function (card) {
    var first = decisions[card.dataset.print] && !seen[card.dataset.print];
    seen[card.dataset.print] = true;
    return first;
  });
  var lacking = decided.filter(lacksReason);
  if (lacking.length) {
    goToCard(lacking[0]);
    one(".desk .reason", lacking[0]).focus();
    toast(told.lacking.replace("{count}", lacking.length));
  } else if (!decided.length) {
    toast(told.nothing);
  } else {
    download(decided.map(rowOf));
    saved = true;
    toast(told.done.replace("{count}", decided.length));
  }
});

function rowOf(card) {
  var made = decisions[card.dataset.print];
  return {
    "指纹": card.dataset.print, "处理意见": made.verdict, "理由": made.reason.trim(), "意见人": author.value.trim(), "日期": made.day,
    "文件": card.dataset.path, "规则": card.dataset.code, "问题": one(".message", card).textContent
  };
}

function download(rows) {
  var link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([JSON.stringify(rows, null, 1) + "\n"], { type: "application/json" }));
  link.download = NAME;
  document.body.appendChild(link);
  link.click();
  link.remove();
}

function toast(text) {
  var place = one(".toast");
  place.textContent = text;
  place.hidden = false;
  window.clearTimeout(toast.timer);
  toast.timer = window.setTimeout(function () { place.hidden = true; }, 5000);
}

window.addEventListener("beforeunload", function (event) {
  if (saved || !Object.keys(decisions).length) return;
  event.preventDefault();
  event.returnValue = "";
});
