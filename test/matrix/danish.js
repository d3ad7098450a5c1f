/** The Danish texts that a patron reads. */
export const EMPTY = 'Du har ingen mellemværender.';
export const NOTHING_OWED = /ingen mellemværender/i;
export const LOADING = /Henter dine|længere tid end normalt/;
export const RETRY = 'Prøv igen';
export const PAY_ALL = 'Betal alle · ';
export const PAY_SOME = 'Betal alle, der kan betales her · ';
export const GO = 'Gå til Mit Betalingsoverblik (åbner i en ny fane) https://payment.example/';

/** The systems that failed, by the heading of the failure. */
export const FAILED = {
  'Dine mellemværender kunne ikke hentes': ['dibs', 'oir'],
  'Mellemværender hos biblioteket kunne ikke hentes': ['dibs'],
  'Mellemværender hos kommunen kunne ikke hentes': ['oir'],
};

/** Patterns for the reason of each kind of failure. Each matches only its own kind. */
export const REASONS = {
  offline: /forbindelse.+Tjek din internetforbindelse, og prøv igen\./,
  network: /kontakt til systemet\. Prøv igen/,
  timeout: /(for lang tid|svarer ikke).*\. Prøv igen/,
  rejected: /afviste.*\. Kontakt biblioteket/,
  busy: /travlt.*\. Prøv igen/,
  server: /problemer.*\. Prøv igen/,
  invalid: /(galt|forkert).*\. Kontakt biblioteket/,
};

export const unreadableText = (count) =>
  count === 1 ? '1 mellemværende kunne ikke vises' : `${count} mellemværender kunne ikke vises`;
