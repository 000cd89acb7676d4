// Tabs on the right, the two panes of a narrow screen, pages or text of a PDF, light or dark.
var tabs = all('[role="tab"]');

function showTab(name) {
  tabs.forEach(function (tab) {
    var mine = tab.getAttribute("aria-controls") === name;
    tab.setAttribute("aria-selected", String(mine));
    tab.tabIndex = mine ? 0 : -1;
    document.getElementById(tab.getAttribute("aria-controls")).hidden = !mine;
  });
}

tabs.forEach(function (tab, at) {
  tab.addEventListener("click", function () { showTab(tab.getAttribute("aria-controls")); });
  tab.addEventListener("keydown", function (event) {
    var by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!by) return;
    var next = tabs[(at + by + tabs.length) % tabs.length];
    showTab(next.getAttribute("aria-controls"));
    next.focus();
    event.preventDefault();
  });
});

function isNarrow() {
  return window.getComputedStyle(one(".panes")).display !== "none";
}

function showPane(name) {
  body.dataset.pane = name;
  all(".panes button").forEach(function (button) { button.setAttribute("aria-pressed", String(button.dataset.show === name)); });
}

all(".panes button").forEach(function (button) {
  button.addEventListener("click", function () { showPane(button.dataset.show); });
});

all(".views button").forEach(function (button) {
  button.addEventListener("click", function () {
    var file = button.closest(".file");
    file.dataset.view = button.dataset.view;
    all(".views button", file).forEach(function (each) { each.setAttribute("aria-pressed", String(each === button)); });
    if (current && words(current.dataset.parts).length) goToMark(words(current.dataset.parts)[0]);
  });
});

function isDark() {
  var asked = document.documentElement.dataset.theme;
  return asked ? asked === "dark" : window.matchMedia("(prefers-color-scheme: dark)").matches;
}

function setTheme(dark) {
  document.documentElement.dataset.theme = dark ? "dark" : "light";
  one("#theme").setAttribute("aria-pressed", String(dark));
  try {
    window.localStorage.setItem("gouji-theme", dark ? "dark" : "light");
  } catch (refused) {
    // It is as asked until the page is closed.
  }
}

one("#theme").addEventListener("click", function () { setTheme(!isDark()); });
