/* The block in the editor: what it will show, in words, and the settings that differ from page to page. */
(function (wp, settingsUrl) {
  const { createElement: el, Fragment } = wp.element;
  const { InspectorControls, useBlockProps } = wp.blockEditor;
  const { ExternalLink, PanelBody, Placeholder, SelectControl, TextControl } = wp.components;
  const { __ } = wp.i18n;

  function edit({ attributes, setAttributes }) {
    const control = (name, Control, more) =>
      el(Control, {
        value: attributes[name],
        onChange: (value) => setAttributes({ [name]: value }),
        ...more,
      });
    const asInSettings = { value: '', label: __('As in the settings', 'ddb-debt-overview') };
    const isShort = attributes.view === 'summary';
    return el(
      Fragment,
      null,
      el(
        InspectorControls,
        null,
        el(
          PanelBody,
          { title: __('On this page', 'ddb-debt-overview') },
          control('view', SelectControl, {
            label: __('View', 'ddb-debt-overview'),
            options: [
              asInSettings,
              { value: 'full', label: __('The whole overview', 'ddb-debt-overview') },
              { value: 'summary', label: __('One line', 'ddb-debt-overview') },
            ],
          }),
          isShort &&
            control('overviewUrl', TextControl, {
              label: __('Address of the page with the whole overview', 'ddb-debt-overview'),
            }),
          control('headingLevel', SelectControl, {
            label: __('Heading level', 'ddb-debt-overview'),
            options: [
              asInSettings,
              ...['1', '2', '3', '4', '5', '6'].map((value) => ({ value, label: value })),
            ],
          }),
        ),
      ),
      el(
        'div',
        useBlockProps(),
        el(
          Placeholder,
          {
            icon: 'money-alt',
            label: __('Debts', 'ddb-debt-overview'),
            instructions: isShort
              ? __('One line with the number and sum of what the patron owes.', 'ddb-debt-overview')
              : __('Patrons see here what they owe, and where to pay it.', 'ddb-debt-overview'),
          },
          settingsUrl &&
            el(ExternalLink, { href: settingsUrl }, __('Settings', 'ddb-debt-overview')),
        ),
      ),
    );
  }

  wp.blocks.registerBlockType('ddb-debt-overview/overview', { edit, save: () => null });
})(window.wp, window.ddbDebtOverviewSettings);
