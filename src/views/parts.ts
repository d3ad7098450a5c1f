/**
 * Descriptions of the CSS parts and custom properties, for the custom-elements manifest (.ci/custom-elements-manifest.config.js).
 * The defaults of the custom properties are read from the styles.
 *
 * @csspart base - the whole element
 * @csspart header - the row of the heading and the total
 * @csspart heading - the heading of the element
 * @csspart total - the sum of both systems
 * @csspart intro - the introduction
 * @csspart preview - the banner of a preview
 * @csspart problems - the list of configuration problems in a preview
 * @csspart loading - the sentence while debts are being read
 * @csspart placeholder - the space reserved for a section that is being read
 * @csspart empty - the sentence when nothing is owed
 * @csspart login - the box that asks the patron to log in
 * @csspart failure - the message that debts could not be read
 * @csspart failure-heading - the first sentence of that message
 * @csspart failure-text - the reason, and what it means for the debts that are shown
 * @csspart section - the debts of one system
 * @csspart section-dibs - the section of the old system
 * @csspart section-oir - the section of the new system
 * @csspart section-header - the row of the heading of a section
 * @csspart section-heading - the heading of a section
 * @csspart count - the number of debts in a section
 * @csspart list - the list of debts in a section
 * @csspart debt - one debt
 * @csspart reason - why a debt is owed
 * @csspart date - when a debt is due
 * @csspart overdue - the date of a debt that is overdue
 * @csspart materials - what a debt is for
 * @csspart material - one thing that a debt is for
 * @csspart cover - the cover of a material
 * @csspart record - the title of a material, and the line below it
 * @csspart title - the title of a material
 * @csspart byline - the authors, year and type of a material
 * @csspart number - the number of a material, and the day on which the debt was created
 * @csspart more - further materials, or the whole of a long reason
 * @csspart more-toggle - the control that opens `more`
 * @csspart choice - the check box of a debt
 * @csspart locked - the sentence that a debt is being paid or registered
 * @csspart not-payable - the sentence that a debt cannot be paid here
 * @csspart amount - the amount of a debt
 * @csspart subtotal - the sum of a section
 * @csspart note - a sentence below a list
 * @csspart unreadable - the sentence that says how many entries could not be read
 * @csspart no-action - the sentence that says what to do when nothing can be paid here
 * @csspart about - the explanation of the new system
 * @csspart about-toggle - the control that opens the explanation
 * @csspart about-text - the text of the explanation
 * @csspart actions - the row of buttons
 * @csspart action - any button, or link that looks like one
 * @csspart chosen - how many debts are selected, and their sum
 * @csspart pay-button - the pay button. If debts can be selected, it also has the part `pay-selected` or `pay-all`. The less prominent of the two also has the part `quiet`
 * @csspart payment - a message about a payment. It also has a part with the key of its text: `payment-open`, `payment-cancelled` …
 * @csspart continue-button - the button that continues an unfinished payment
 * @csspart results - the messages and receipts of payments
 * @csspart receipt - the receipt of a payment
 * @csspart receipt-text - the first sentence of the receipt
 * @csspart receipt-fact - the order number, or the day
 * @csspart receipt-list - the list of the debts that were paid
 * @csspart receipt-line - one debt in that list
 * @csspart print-button - the button that prints the receipt
 * @csspart go-link - the link to the payment site
 * @csspart retry-button - the button that requests the debts again
 * @csspart link - a link that does not look like a button
 * @csspart summary - the whole element as one line
 * @csspart summary-link - that line, if it links to the overview
 * @csspart footer - the links to rates and contact
 *
 * @cssprop --ddb-debt-font - font of all text
 * @cssprop --ddb-debt-heading-font - font of headings
 * @cssprop --ddb-debt-heading-weight - weight of headings
 * @cssprop --ddb-debt-muted - colour of secondary text
 * @cssprop --ddb-debt-border - colour of lines
 * @cssprop --ddb-debt-surface - background of a section
 * @cssprop --ddb-debt-action - background of buttons
 * @cssprop --ddb-debt-on-action - colour of text on buttons
 * @cssprop --ddb-debt-overdue - colour of an overdue date
 * @cssprop --ddb-debt-notice - background of failures, messages about payments, and the banner of a preview
 * @cssprop --ddb-debt-on-notice - colour of text on that background
 * @cssprop --ddb-debt-focus - colour of the focus ring
 * @cssprop --ddb-debt-radius - radius of corners
 * @cssprop --ddb-debt-space - the unit of all spacing
 * @cssprop --ddb-debt-control-height - height of buttons, never less than 44 px
 * @cssprop --ddb-debt-reserve - minimum height on a web page, so that the content below does not move when the debts appear; 0 for none
 */
export {};
