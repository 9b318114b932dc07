"""A place in the tokens, for the functions of the grammar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dorkarta.deadline.vocabulary import Role

if TYPE_CHECKING:
    from dorkarta.deadline.lexer import Token
    from dorkarta.deadline.vocabulary import Scale


class Cursor:
    """A place in the tokens.

    A rule of the grammar takes a cursor and gives what it has read, the cursor standing behind it; or it gives
    None and leaves the cursor where it was.

    Arguments:
        text: The cleaned text.
        tokens: Its tokens, END the last.
    """

    __slots__ = ("at", "failed_tails", "text", "tokens")

    def __init__(self, text: str, tokens: list[Token]) -> None:
        self.text = text
        self.tokens = tokens
        self.at = 0
        # Where a tail was tried in vain: without it, many commas would cost a square of time.
        self.failed_tails: set[int] = set()

    @property
    def token(self) -> Token:
        """The token at the cursor."""
        return self.tokens[self.at]

    @property
    def role(self) -> Role:
        """The role of the token at the cursor."""
        return self.tokens[self.at].role

    def sees(self, *roles: Role) -> bool:
        """Tell whether the token at the cursor has one of these roles."""
        return self.tokens[self.at].role in roles

    def ahead(self, steps: int = 1) -> Token:
        """Give a token further on; END when there is none."""
        at = self.at + steps
        return self.tokens[at] if at < len(self.tokens) else self.tokens[-1]

    def take(self, *roles: Role) -> Token | None:
        """Step over a token with one of these roles."""
        token = self.tokens[self.at]
        if token.role in roles:
            self.at += 1
            return token
        return None

    def takes(self, *roles: Role) -> bool:
        """Step over tokens with exactly these roles, one after another, or over none."""
        for step, role in enumerate(roles):
            if self.ahead(step).role is not role:
                return False
        self.at += len(roles)
        return True

    def take_unit(self, *scales: Scale) -> Token | None:
        """Step over the noun of one of these units."""
        token = self.tokens[self.at]
        if token.role is Role.UNIT and token.value in scales:
            self.at += 1
            return token
        return None

    def skip(self, *roles: Role) -> None:
        """Step over all tokens with these roles."""
        while self.tokens[self.at].role in roles:
            self.at += 1

    def opens(self) -> bool:
        """Tell whether a bracket opens at the cursor that is closed later on."""
        if self.role is not Role.OPEN:
            return False
        depth = 0
        for token in self.tokens[self.at :]:
            depth += (token.role is Role.OPEN) - (token.role is Role.CLOSE)
            if not depth:
                return True
        return False

    def since(self, at: int) -> str:
        """Give the text from a token to the cursor."""
        if at == self.at:
            return ""
        return self.text[self.tokens[at].start : self.tokens[self.at - 1].end]
