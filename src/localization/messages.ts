import { msg } from '@lit/localize';

/**
 * Every sentence of the widget by its key, in the language that is active at the call.
 *
 * A key without a slash is the library's to replace (CONTRACT 5, Texts). A slash marks another default of the same text,
 * shown where the configuration asks for it: `oir.heading/noSite` is `oir.heading` where there is no payment site.
 * The descriptions are for translators; the build leaves them out.
 */
// prettier-ignore
export const messages = () => ({
  heading: msg('Mellemværender', { id: 'heading', desc: 'Heading of the whole widget.' }),
  total: msg('I alt {amount}', { id: 'total', desc: 'Sum of everything owed, beside the heading.' }),
  'total.atLeast': msg('I alt mindst {amount}', { id: 'total.atLeast', desc: 'As total, where some debts could not be read.' }),
  'intro.before': msg('Fra den {date} skal nye gebyrer og erstatninger betales på {name}.', { id: 'intro.before', desc: 'Before the switch date.' }),
  'intro.before/noSite': msg('Fra den {date} bliver nye gebyrer og erstatninger opkrævet af kommunen.', { id: 'intro.before/noSite', desc: 'Before the switch date, no payment site.' }),
  'intro.transition': msg('Gebyrer og erstatninger overgår til et nyt system. Nye mellemværender betales på {name}.', { id: 'intro.transition', desc: 'While both systems are in force.' }),
  'intro.transition/noSite': msg('Gebyrer og erstatninger overgår til et nyt system. Nye mellemværender bliver opkrævet af kommunen.', { id: 'intro.transition/noSite', desc: 'While both systems are in force, no payment site.' }),
  'intro.after': msg('Nye gebyrer og erstatninger betales på {name}.', { id: 'intro.after', desc: 'When old debts can no longer be paid on the library’s site.' }),
  'intro.after/noSite': msg('Nye gebyrer og erstatninger bliver opkrævet af kommunen.', { id: 'intro.after/noSite', desc: 'As intro.after, no payment site.' }),
  preview: msg('Forhåndsvisning: sådan ser det ud den {date}. Der kan ikke betales her.', { id: 'preview', desc: 'Banner for library staff; {date} is the day shown.' }),
  'preview.problems': msg('Der er fejl i opsætningen:', { id: 'preview.problems', desc: 'Before the list of configuration problems, in a preview.' }),
  loading: msg('Henter dine mellemværender …', { id: 'loading', desc: 'While debts are read the first time.' }),
  'loading.slow': msg('Det tager længere tid end normalt …', { id: 'loading.slow', desc: 'The first try failed and it is tried again.' }),
  empty: msg('Du har ingen mellemværender.', { id: 'empty', desc: 'Both systems have answered and have none.' }),
  'empty.dibs': msg('Du har ingen mellemværender, der betales her.', { id: 'empty.dibs', desc: 'Only the old system is shown, and has none.' }),
  'empty.oir': msg('Du har ingen mellemværender, der betales på {name}.', { id: 'empty.oir', desc: 'Only the new system is shown, and has none.' }),
  'empty.oir/noSite': msg('Du har ingen mellemværender, der opkræves af kommunen.', { id: 'empty.oir/noSite', desc: 'As empty.oir, no payment site.' }),
  'count.one': msg('{count} mellemværende', { id: 'count.one', desc: 'Number of debts: one.' }),
  'count.other': msg('{count} mellemværender', { id: 'count.other', desc: 'Number of debts.' }),
  subtotal: msg('I alt {amount}', { id: 'subtotal', desc: 'Sum of one section.' }),
  'subtotal.atLeast': msg('Mindst {amount}', { id: 'subtotal.atLeast', desc: 'As subtotal, where some debts could not be read.' }),
  'unreadable.one': msg('{count} mellemværende kunne ikke vises og er ikke talt med. Kontakt biblioteket for at få det oplyst.', { id: 'unreadable.one', desc: 'One entry of a section could not be read.' }),
  'unreadable.other': msg('{count} mellemværender kunne ikke vises og er ikke talt med. Kontakt biblioteket for at få dem oplyst.', { id: 'unreadable.other', desc: 'Some entries of a section could not be read.' }),
  'debt.fee': msg('Gebyr', { id: 'debt.fee', desc: 'A fee whose reason is not given.' }),
  'debt.compensation': msg('Erstatning', { id: 'debt.compensation', desc: 'A compensation whose reason is not given.' }),
  'debt.other': msg('Mellemværende', { id: 'debt.other', desc: 'A debt of another type whose reason is not given.' }),
  'debt.overdue': msg('Forfaldt {date}', { id: 'debt.overdue', desc: '{date} is the due date, which has passed.' }),
  'debt.due': msg('Betales senest {date}', { id: 'debt.due', desc: '{date} is the due date.' }),
  'debt.created': msg('Oprettet {date}', { id: 'debt.created', desc: '{date} is the day the debt was made; there is no due date.' }),
  'debt.material': msg('Materialenummer', { id: 'debt.material', desc: 'Before the number on the item the debt is for.' }),
  'debt.more.one': msg('og {count} andet', { id: 'debt.more.one', desc: 'After one item: one more.' }),
  'debt.more.other': msg('og {count} andre', { id: 'debt.more.other', desc: 'After one item: several more.' }),
  'debt.notPayable': msg('Kan ikke betales her. Kontakt biblioteket.', { id: 'debt.notPayable', desc: 'On one debt among others that can be paid.' }),
  'dibs.heading': msg('Betales her', { id: 'dibs.heading', desc: 'Section of the old system, paid on this page.' }),
  'dibs.heading/mobilepay': msg('Betales med MobilePay', { id: 'dibs.heading/mobilepay', desc: 'Section of the old system, in the app.' }),
  'dibs.heading/elsewhere': msg('Mellemværender hos biblioteket', { id: 'dibs.heading/elsewhere', desc: 'Section of the old system, where nothing in it can be paid here.' }),
  'dibs.pay': msg('Betal {amount}', { id: 'dibs.pay', desc: 'Pay button for one debt.' }),
  'dibs.payAll': msg('Betal alle · {amount}', { id: 'dibs.payAll', desc: 'Pay button for all debts that can be paid here.' }),
  'dibs.payMobile': msg('Betal {amount} med MobilePay', { id: 'dibs.payMobile', desc: 'Pay button in the app.' }),
  'dibs.deadline': msg('Kan kun betales her før den {endDate}.', { id: 'dibs.deadline', desc: '{endDate} is the first day it can no longer be paid here.' }),
  'dibs.unavailable': msg('Du kan ikke betale her. Kontakt biblioteket for at høre, hvordan du betaler.', { id: 'dibs.unavailable', desc: 'In place of the pay button: no payment here.' }),
  'dibs.ended': msg('Ældre mellemværender har ikke kunnet betales her siden den {endDate}. Kontakt biblioteket for at høre, hvordan du betaler.', { id: 'dibs.ended', desc: 'In place of the pay button: the old payment has ended.' }),
  'dibs.app': msg('Du kan ikke betale i appen. Log ind på bibliotekets hjemmeside for at betale.', { id: 'dibs.app', desc: 'In place of the pay button: in the app without MobilePay.' }),
  'dibs.app/contact': msg('Du kan ikke betale i appen. Kontakt biblioteket for at høre, hvordan du betaler.', { id: 'dibs.app/contact', desc: 'As dibs.app, where nothing can be paid on the website either.' }),
  terms: msg('Betalingsbetingelser', { id: 'terms', desc: 'Link to the terms of payment.' }),
  'oir.heading': msg('Betales på {name}', { id: 'oir.heading', desc: 'Section of the new system.' }),
  'oir.heading/noSite': msg('Opkræves af kommunen', { id: 'oir.heading/noSite', desc: 'Section of the new system, no payment site.' }),
  'oir.site': msg('kommunens betalingsside', { id: 'oir.site', desc: 'Stands in for {name} where the payment site has no name.' }),
  'oir.go': msg('Gå til {name}', { id: 'oir.go', desc: 'Link to the payment site.' }),
  'oir.opens': msg('åbner i en ny fane', { id: 'oir.opens', desc: 'Read aloud after oir.go.' }),
  'oir.opens/app': msg('åbner uden for appen', { id: 'oir.opens/app', desc: 'Read aloud after oir.go, in the app.' }),
  'oir.noSite': msg('Kommunen opkræver disse mellemværender. De kan ikke betales her. Kontakt biblioteket, hvis du er i tvivl om, hvordan du betaler.', { id: 'oir.noSite', desc: 'In place of the link: no payment site.' }),
  'oir.registration': msg('Har du allerede betalt? Der kan gå op til {hours} timer, før det kan ses her.', { id: 'oir.registration', desc: 'Under the debts of the new system.' }),
  'about.heading': msg('Hvorfor betaler jeg på {name}?', { id: 'about.heading', desc: 'Opens about.text. Emptied: not shown.' }),
  'about.heading/noSite': msg('Hvorfor er det kommunen, der opkræver?', { id: 'about.heading/noSite', desc: 'As about.heading, no payment site.' }),
  'about.text': msg('Disse gebyrer og erstatninger opkræves af kommunen sammen med det andet, man kan skylde kommunen. Det nye system hedder ØiR. Du betaler på {name}.', { id: 'about.text', desc: 'What ØiR and the payment site are.' }),
  'about.text/noSite': msg('Disse gebyrer og erstatninger opkræves af kommunen sammen med det andet, man kan skylde kommunen. Det nye system hedder ØiR.', { id: 'about.text/noSite', desc: 'As about.text, no payment site.' }),
  failed: msg('Dine mellemværender kunne ikke hentes', { id: 'failed', desc: 'Both systems could not be read.' }),
  'failed.dibs': msg('Mellemværender hos biblioteket kunne ikke hentes', { id: 'failed.dibs', desc: 'The old system could not be read.' }),
  'failed.oir': msg('Mellemværender hos kommunen kunne ikke hentes', { id: 'failed.oir', desc: 'The new system could not be read.' }),
  'failed.stale': msg('Du ser det, der blev hentet {date}.', { id: 'failed.stale', desc: 'After why a later read failed; {date} is day and time of the one shown.' }),
  'failed.more': msg('Du kan skylde mere, end der står her.', { id: 'failed.more', desc: 'One system could not be read, so what is shown may not be all.' }),
  'failed.offline': msg('Vi kunne ikke få forbindelse. Tjek din internetforbindelse, og prøv igen.', { id: 'failed.offline', desc: 'Why: no connection.' }),
  'failed.timeout': msg('Det tog for lang tid at få svar. Prøv igen om lidt.', { id: 'failed.timeout', desc: 'Why: no answer in time.' }),
  'failed.unauthorized': msg('Log ind igen for at se, hvad du skylder.', { id: 'failed.unauthorized', desc: 'Why: the login has expired.' }),
  'failed.rejected': msg('Systemet afviste at svare. Kontakt biblioteket, hvis det bliver ved.', { id: 'failed.rejected', desc: 'Why: the request was refused.' }),
  'failed.busy': msg('Der er meget travlt lige nu. Prøv igen om lidt.', { id: 'failed.busy', desc: 'Why: too many requests.' }),
  'failed.server': msg('Systemet har problemer lige nu. Prøv igen om lidt.', { id: 'failed.server', desc: 'Why: an error on the server.' }),
  'failed.invalid': msg('Der er noget galt, som du ikke selv kan rette. Kontakt biblioteket, hvis det bliver ved.', { id: 'failed.invalid', desc: 'Why: an answer that makes no sense.' }),
  retry: msg('Prøv igen', { id: 'retry', desc: 'Button: read again.' }),
  rates: msg('Takster', { id: 'rates', desc: 'Link to the library’s rates.' }),
  help: msg('Kontakt biblioteket', { id: 'help', desc: 'Link to help.' }),
});

/** Every text there is, other defaults of the same text too. */
export type MessageId = keyof ReturnType<typeof messages>;

/** A text of the contract, which a library can replace. */
export type TextKey = Exclude<MessageId, `${string}/${string}`>;

export type Messages = Readonly<Record<MessageId, string>>;
