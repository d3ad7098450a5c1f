/**
 * Descriptions of the CSS parts and custom properties, for the custom-elements manifest (.ci/custom-elements-manifest.config.js).
 * The defaults of the custom properties are read from the styles.
 *
 * @csspart base - everything
 * @csspart header - the heading's line
 * @csspart heading - the widget's heading
 * @csspart total - the sum of both systems
 * @csspart intro - the introduction
 * @csspart preview - the banner of a preview
 * @csspart problems - the configuration's problems, in a preview
 * @csspart loading - the sentence while debts are read
 * @csspart placeholder - the room for a section that is being read
 * @csspart empty - the sentence where nothing is owed
 * @csspart login - where the patron must log in
 * @csspart failure - what could not be read, and why
 * @csspart failure-heading - its first sentence
 * @csspart failure-text - why, and what it means for what is shown
 * @csspart section - one system's debts
 * @csspart section-dibs - the old system's
 * @csspart section-oir - the new system's
 * @csspart section-header - the line of its heading
 * @csspart section-heading - its heading
 * @csspart count - the number of its debts
 * @csspart list - its debts
 * @csspart debt - one debt
 * @csspart reason - why it is owed
 * @csspart date - when it is due
 * @csspart overdue - that date, where it has passed
 * @csspart materials - what it is for
 * @csspart material - one thing that it is for
 * @csspart cover - its cover
 * @csspart record - its title, and the line below that
 * @csspart title - its title
 * @csspart byline - who, when, what
 * @csspart number - its number, and the day the debt was made
 * @csspart more - the others
 * @csspart more-toggle - what opens them
 * @csspart choice - its check box
 * @csspart locked - that it is being paid, or registered
 * @csspart not-payable - that it cannot be paid here
 * @csspart amount - its amount
 * @csspart subtotal - the sum of a section
 * @csspart note - a sentence under a list
 * @csspart unreadable - how many entries could not be read
 * @csspart no-action - what to do where nothing can be paid
 * @csspart about - the explanation of the new system
 * @csspart about-toggle - what opens it
 * @csspart about-text - what it says
 * @csspart actions - the line of the action
 * @csspart action - any button, or link that looks like one
 * @csspart chosen - how many debts are chosen, and their sum
 * @csspart pay-button - pay here; with a choice also `pay-selected` or `pay-all`, and `quiet` where the other is the obvious one
 * @csspart payment - what the patron must know of a payment; also `payment-open`, `payment-cancelled` …: the key of its text
 * @csspart continue-button - go on with the payment that was left
 * @csspart results - what has become of payments
 * @csspart receipt - what has been paid
 * @csspart receipt-text - its first sentence
 * @csspart receipt-fact - order number, day
 * @csspart receipt-list - what was paid
 * @csspart receipt-line - one debt of it
 * @csspart print-button - print it
 * @csspart go-link - go to the payment site
 * @csspart retry-button - read again
 * @csspart link - a quiet link
 * @csspart summary - the whole as one line
 * @csspart summary-link - that line, where it leads to the overview
 * @csspart footer - rates and contact
 *
 * @cssprop --ddb-debt-font - font of everything
 * @cssprop --ddb-debt-heading-font - font of headings
 * @cssprop --ddb-debt-heading-weight - weight of headings
 * @cssprop --ddb-debt-muted - secondary text
 * @cssprop --ddb-debt-border - lines
 * @cssprop --ddb-debt-surface - behind a section
 * @cssprop --ddb-debt-action - buttons
 * @cssprop --ddb-debt-on-action - text on buttons
 * @cssprop --ddb-debt-overdue - an overdue date
 * @cssprop --ddb-debt-notice - behind failures, payments and the preview's banner
 * @cssprop --ddb-debt-on-notice - text on them
 * @cssprop --ddb-debt-focus - the focus ring
 * @cssprop --ddb-debt-radius - corners
 * @cssprop --ddb-debt-space - the unit of all spacing
 * @cssprop --ddb-debt-control-height - height of buttons, never under 44 px
 * @cssprop --ddb-debt-reserve - room kept on a web page so that nothing below jumps; 0 for none
 */
export {};
