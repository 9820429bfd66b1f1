package com.guncai.backoffice.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.guncai.backoffice.shared.DemoDigests;
import com.guncai.backoffice.shared.SearchDigests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What clerks type or paste into the search. */
class SearchTermTest {
    private final SearchDigests digests = DemoDigests.DIGESTS;

    @ParameterizedTest
    @ValueSource(strings = {"13900000001", " 139 0000 0001", "139-0000-0001", "+86 13900000001", "８６１３９０００００００１"})
    void aMobileNumberIsFoundHoweverItIsGrouped(String entered) {
        var term = SearchTerm.of(entered, digests);

        assertThat(term.isPhone()).isTrue();
        assertThat(term.phone()).isEqualTo(digests.phone("13900000001"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"收花人甲", "收 花人甲", "　收花人甲 "})
    void aNameIsFoundHoweverItIsSpaced(String entered) {
        var term = SearchTerm.of(entered, digests);

        assertThat(term.isName()).isTrue();
        assertThat(term.isNumber()).isFalse();
        assertThat(term.name()).isEqualTo(digests.name("收花人甲"));
    }

    @Test
    void aNumberOfDigitsIsNobodysName() {
        var term = SearchTerm.of("4200002456202611302345678901", digests);

        assertThat(term.isNumber()).isTrue();
        assertThat(term.isName()).isFalse();
        assertThat(term.isPhone()).isFalse();
    }

    @Test
    void nobodyReadsInALogWhomSomebodyLookedFor() {
        assertThat(SearchTerm.of("13900000001", digests).toString()).doesNotContain("1390");
    }
}
