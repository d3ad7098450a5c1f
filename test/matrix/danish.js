/** What a patron reads. */
export const EMPTY = 'Du har ingen mellemværender.';
export const NOTHING_OWED = /ingen mellemværender/i;
export const LOADING = /Henter dine|længere tid end normalt/;
export const RETRY = 'Prøv igen';
export const PAY_ALL = 'Betal alle · ';
export const PAY_SOME = 'Betal alle, der kan betales her · ';
export const GO = 'Gå til Mit Betalingsoverblik (åbner i en ny fane) https://payment.example/';

/** Which half could not be read. */
export const FAILED = {
  'Dine mellemværender kunne ikke hentes': ['dibs', 'oir'],
  'Mellemværender hos biblioteket kunne ikke hentes': ['dibs'],
  'Mellemværender hos kommunen kunne ikke hentes': ['oir'],
};

/** Why, and what to do: the words that carry it, and no other kind's. */
export const BECAUSE = {
  offline: /forbindelse.+Tjek din internetforbindelse, og prøv igen\./,
  timeout: /(for lang tid|svarer ikke).*\. Prøv igen/,
  unauthorized: /^Log ind/,
  rejected: /afviste.*\. Kontakt biblioteket/,
  busy: /travlt.*\. Prøv igen/,
  server: /problemer.*\. Prøv igen/,
  invalid: /(galt|forkert).*\. Kontakt biblioteket/,
};

export const unreadable = (count) => `${count} mellemværender kunne ikke vises`;
