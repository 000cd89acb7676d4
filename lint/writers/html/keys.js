// Keys, help, and what is done when the page opens.
var about = one("#about");

function help() {
  if (about.open) about.close();
  else if (about.showModal) about.showModal();
  else about.setAttribute("open", "");
}

one("#help").addEventListener("click", help);
one("#close").addEventListener("click", function () { about.close ? about.close() : about.removeAttribute("open"); });

document.addEventListener("keydown", function (event) {
  var typing = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName) && event.target.type !== "checkbox";
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (typing) {
    if (event.key === "Escape") event.target.blur();
    return;
  }
  var buttons = current ? all(":scope > .desk button", current) : [];
  var act = {
    n: function () { step(1); },
    j: function () { step(1); },
    p: function () { step(-1); },
    k: function () { step(-1); },
    "/": function () { if (search) { showPane("findings"); showTab("findings"); search.focus(); } },
    "?": help,
    "？": help,
    d: function () { one("#theme").click(); },
    r: function () { var field = current && one(":scope > .desk .reason", current); if (field && !field.hidden) field.focus(); },
    "1": function () { if (buttons[0]) buttons[0].click(); },
    "2": function () { if (buttons[1]) buttons[1].click(); },
    "3": function () { if (buttons[2]) buttons[2].click(); },
    "4": function () { if (buttons[3]) buttons[3].click(); }
  }[event.key];
  if (!act || (about.open && act !== help)) return;
  event.preventDefault();
  act();
});

try {
  var theme = window.localStorage.getItem("gouji-theme");
  if (theme) document.documentElement.dataset.theme = theme;
} catch (refused) {
  // The system's choice stands.
}
one("#theme").setAttribute("aria-pressed", String(isDark()));
document.documentElement.classList.add("live");
recall();
all(".card").forEach(showDecision);
one("#decided").textContent = Object.keys(decisions).length;
if (tabs.length) showTab(tabs[0].getAttribute("aria-controls"));
showPane("findings");
filter();
window.addEventListener("beforeprint", function () {
  all("#side details:not(.outcome):not(.rule)").forEach(function (each) { each.open = true; });
});
