<?php

namespace Drupal\ddb_debt_overview\Plugin\Block;

use Drupal\Core\Block\Attribute\Block;
use Drupal\Core\Block\BlockBase;
use Drupal\Core\Form\FormStateInterface;
use Drupal\Core\Plugin\ContainerFactoryPluginInterface;
use Drupal\Core\StringTranslation\TranslatableMarkup;
use Drupal\ddb_debt_overview\OverviewBuilder;
use Symfony\Component\DependencyInjection\ContainerInterface;

/**
 * The element as a block.
 */
#[Block(
  id: 'ddb_debt_overview',
  admin_label: new TranslatableMarkup('Debt overview'),
  category: new TranslatableMarkup('Library'),
)]
class DebtOverviewBlock extends BlockBase implements ContainerFactoryPluginInterface {

  final public function __construct(
    array $configuration,
    $plugin_id,
    $plugin_definition,
    protected OverviewBuilder $builder,
  ) {
    parent::__construct($configuration, $plugin_id, $plugin_definition);
  }

  /**
   * {@inheritdoc}
   */
  public static function create(ContainerInterface $container, array $configuration, $plugin_id, $plugin_definition): static {
    return new static($configuration, $plugin_id, $plugin_definition, $container->get('ddb_debt_overview.builder'));
  }

  /**
   * {@inheritdoc}
   */
  public function defaultConfiguration(): array {
    // The element has a heading of its own.
    return ['label_display' => '0', 'view' => '', 'heading_level' => ''];
  }

  /**
   * {@inheritdoc}
   */
  public function blockForm($form, FormStateInterface $form_state): array {
    $form['view'] = [
      '#type' => 'select',
      '#title' => $this->t('Full or short view'),
      '#empty_value' => '',
      '#empty_option' => $this->t('As in the settings'),
      '#options' => ['full' => $this->t('The whole overview'), 'summary' => $this->t('One line')],
      '#default_value' => $this->configuration['view'],
    ];
    $form['heading_level'] = [
      '#type' => 'select',
      '#title' => $this->t('Heading level'),
      '#description' => $this->t('One more than the heading above the block.'),
      '#empty_value' => '',
      '#empty_option' => $this->t('As in the settings'),
      '#options' => array_combine(range(1, 6), range(1, 6)),
      '#default_value' => $this->configuration['heading_level'],
    ];
    return $form;
  }

  /**
   * {@inheritdoc}
   */
  public function blockSubmit($form, FormStateInterface $form_state): void {
    $this->configuration['view'] = $form_state->getValue('view');
    $this->configuration['heading_level'] = $form_state->getValue('heading_level');
  }

  /**
   * {@inheritdoc}
   */
  public function build(): array {
    return $this->builder->build(array_filter([
      'view' => $this->configuration['view'],
      'headingLevel' => $this->configuration['heading_level'],
    ]));
  }

}
