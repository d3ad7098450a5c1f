<?php

namespace Drupal\ddb_debt_overview_dpl;

use Drupal\Component\Datetime\TimeInterface;
use Drupal\Core\Session\AccountInterface;
use Drupal\dpl_login\AccessTokenType;
use Drupal\dpl_login\UserTokens;

/**
 * The patron who is logged in.
 */
class Patron {

  public function __construct(
    protected AccountInterface $currentUser,
    protected UserTokens $userTokens,
    protected TimeInterface $time,
  ) {}

  /**
   * The token of a patron of this library, or NULL.
   *
   * An administrator has none, and one who is about to become a patron has
   * another type.
   */
  public function token(): ?string {
    $token = $this->currentUser->isAuthenticated() ? $this->userTokens->getCurrent() : NULL;
    $isValid = $token && $token->type === AccessTokenType::User && $token->expire > $this->time->getRequestTime();
    return $isValid ? $token->token : NULL;
  }

}
