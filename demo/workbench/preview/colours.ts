/** The widget's colours by the names the workbench has for them. All but the page's are the widget's private tokens. */
const TOKENS: Readonly<Record<string, string>> = {
  muted: '--_muted',
  border: '--_border',
  surface: '--_surface',
  action: '--_action',
  onAction: '--_on-action',
  overdue: '--_overdue',
  notice: '--_notice',
  onNotice: '--_on-notice',
  focus: '--_focus',
};

/** What is really there, after themes, defaults and dark: the browser says it of a probe in the widget itself. */
export function coloursIn(root: ShadowRoot): Record<string, string> {
  const probe = document.createElement('span');
  root.append(probe);
  const colours: Record<string, string> = {};
  for (const [name, token] of Object.entries(TOKENS)) {
    probe.style.setProperty('color', `var(${token})`);
    colours[name] = getComputedStyle(probe).color;
  }
  // What a page without a background of its own has, which is not white in the dark.
  probe.style.setProperty('color', 'Canvas');
  colours.canvas = getComputedStyle(probe).color;
  probe.remove();
  colours.text = getComputedStyle(root.host).color;
  colours.background = getComputedStyle(document.documentElement).backgroundColor;
  return colours;
}
