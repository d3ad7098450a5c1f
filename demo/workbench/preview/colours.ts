/** The widget's private colour tokens by their names in the workbench. */
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

/** The computed colours, read from a probe element inside the widget. They include themes, defaults and dark mode. */
export function coloursIn(root: ShadowRoot): Record<string, string> {
  const probe = document.createElement('span');
  root.append(probe);
  const colours: Record<string, string> = {};
  for (const [name, token] of Object.entries(TOKENS)) {
    probe.style.setProperty('color', `var(${token})`);
    colours[name] = getComputedStyle(probe).color;
  }
  // The background of a page that sets none. In dark mode it is not white.
  probe.style.setProperty('color', 'Canvas');
  colours.canvas = getComputedStyle(probe).color;
  probe.remove();
  colours.text = getComputedStyle(root.host).color;
  colours.background = getComputedStyle(document.documentElement).backgroundColor;
  return colours;
}
