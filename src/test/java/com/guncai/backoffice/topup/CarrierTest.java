package com.guncai.backoffice.topup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The segments that MIIT published; each boundary once. */
class CarrierTest {

    @ParameterizedTest
    @CsvSource({
        "134 0, MOBILE",
        "134 8, MOBILE",
        "134 9, TELECOM",
        "135, MOBILE",
        "138, MOBILE",
        "139, MOBILE",
        "147, MOBILE",
        "148, MOBILE",
        "150, MOBILE",
        "152, MOBILE",
        "157, MOBILE",
        "159, MOBILE",
        "165, MOBILE",
        "170 3, MOBILE",
        "170 5, MOBILE",
        "170 6, MOBILE",
        "172, MOBILE",
        "178, MOBILE",
        "182, MOBILE",
        "184, MOBILE",
        "187, MOBILE",
        "188, MOBILE",
        "195, MOBILE",
        "197, MOBILE",
        "198, MOBILE",
        "130, UNICOM",
        "132, UNICOM",
        "145, UNICOM",
        "146, UNICOM",
        "155, UNICOM",
        "156, UNICOM",
        "166, UNICOM",
        "167, UNICOM",
        "170 4, UNICOM",
        "170 7, UNICOM",
        "170 9, UNICOM",
        "171, UNICOM",
        "175, UNICOM",
        "176, UNICOM",
        "185, UNICOM",
        "186, UNICOM",
        "196, UNICOM",
        "133, TELECOM",
        "149, TELECOM",
        "153, TELECOM",
        "162, TELECOM",
        "170 0, TELECOM",
        "170 2, TELECOM",
        "173, TELECOM",
        "174 05, TELECOM",
        "177, TELECOM",
        "180, TELECOM",
        "181, TELECOM",
        "189, TELECOM",
        "190, TELECOM",
        "191, TELECOM",
        "193, TELECOM",
        "199, TELECOM",
        "192, BROADNET",
        "140, UNKNOWN",
        "154, UNKNOWN",
        "160, UNKNOWN",
        "174 06, UNKNOWN",
        "179, UNKNOWN",
        "194, UNKNOWN"
    })
    void isToldByTheSegment(String segment, Carrier carrier) {
        assertThat(Carrier.of(numberIn(segment))).isEqualTo(carrier);
    }

    @ParameterizedTest
    @CsvSource({"138, 中国移动", "186, 中国联通", "189, 中国电信", "192, 中国广电", "194, 未知"})
    void isNamedAsTheClerkKnowsIt(String segment, String label) {
        assertThat(Carrier.labelOf(numberIn(segment))).isEqualTo(label);
    }

    @ParameterizedTest
    @ValueSource(strings = {"162", "165", "167", "170 1", "171"})
    void saysWhenTheSegmentIsAResellers(String segment) {
        assertThat(Carrier.labelOf(numberIn(segment))).endsWith("（虚拟运营商号段）");
    }

    /** The segment's first digits, then zeros up to eleven. */
    private static String numberIn(String segment) {
        return (segment.replace(" ", "") + "00000000").substring(0, 11);
    }
}
