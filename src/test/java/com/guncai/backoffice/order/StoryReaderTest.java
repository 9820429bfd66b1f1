package com.guncai.backoffice.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who works at an order sees whom it is about; everybody else sees that there is somebody. */
class StoryReaderTest {
    private final StoryReader desk = new StoryReader("flower", Set.of("flower-desk"), true);
    private final StoryReader manager = new StoryReader("manager", Set.of("managers"), false);

    @Test
    void whoNeedsItSeesAll() {
        assertThat(desk.phone("13900000001")).isEqualTo("13900000001");
        assertThat(desk.name("收花人甲")).isEqualTo("收花人甲");
        assertThat(desk.text("民族大道 100 号")).isEqualTo("民族大道 100 号");
    }

    @Test
    void whoDoesNotSeesThatThereIsSomething() {
        assertThat(manager.phone("13900000001")).isEqualTo("139****0001");
        assertThat(manager.name("收花人甲")).isEqualTo("收***");
        assertThat(manager.name("𠮷田")).isEqualTo("𠮷*");
        assertThat(manager.text("民族大道 100 号")).isEqualTo("***");
    }
}
