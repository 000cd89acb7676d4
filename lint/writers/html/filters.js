// Filters: which findings are shown; a follower is shown with the finding it follows from.
var leading = all("#cards > .card");
var boxes = all(".filters [data-severity]");
var byCode = one("#by-code");
var byFile = one("#by-file");
var byState = one("#by-state");
var byLot = one("#by-lot");
var search = one("#search");

function isShown(card) {
  var top = card;
  while (top && !(top.parentElement && top.parentElement.id === "cards")) top = top.parentElement;
  return !top || !top.hidden;
}

function family(card) {
  return [card].concat(all(".card", card));
}

function fits(card) {
  var severities = boxes.filter(function (box) { return box.checked; }).map(function (box) { return box.dataset.severity; });
  var wanted = search.value.trim().toLowerCase();
  var verdict = card.dataset.verdict || "";
  if (severities.indexOf(card.dataset.severity) < 0) return false;
  if (byCode.value && byCode.value !== card.dataset.code) return false;
  if (byFile && byFile.value && byFile.value !== card.dataset.file) return false;
  if (byLot && byLot.value && byLot.value !== card.dataset.lot) return false;
  if (byState.value && (byState.value === "-" ? verdict : byState.value !== verdict)) return false;
  return !wanted || (card.textContent + " " + card.dataset.path).toLowerCase().indexOf(wanted) >= 0;
}

function filter() {
  if (!leading.length) return;
  var shown = leading.filter(function (card) {
    card.hidden = !family(card).some(fits);
    return !card.hidden;
  });
  var told = one("#shown");
  told.textContent = told.dataset.said.replace("{shown}", shown.length).replace("{all}", leading.length);
  one("#none").hidden = shown.length > 0;
  boxes.forEach(function (box) {
    var count = leading.filter(function (card) { return card.dataset.severity === box.dataset.severity; }).length;
    one(".count", box.parentElement).textContent = count;
  });
  all("#documents .file").forEach(function (file) {
    file.hidden = Boolean(byFile && byFile.value && byFile.value !== file.dataset.file);
  });
}

function resetFilters() {
  if (!leading.length) return;
  boxes.forEach(function (box) { box.checked = true; });
  [byCode, byFile, byState, byLot, search].forEach(function (field) { if (field) field.value = ""; });
  filter();
}

if (leading.length) {
  one(".filters").addEventListener("change", filter);
  search.addEventListener("input", filter);
  one("#reset").addEventListener("click", function () { resetFilters(); search.focus(); });
}

// The findings in the order of the page, those that are not shown left out.
function step(by) {
  var shown = all("#cards .card").filter(isShown);
  if (!shown.length) return;
  var at = shown.indexOf(current);
  var next = at < 0 ? (by > 0 ? 0 : shown.length - 1) : Math.max(0, Math.min(shown.length - 1, at + by));
  goToCard(shown[next], true);
  follow(shown[next]);
}
