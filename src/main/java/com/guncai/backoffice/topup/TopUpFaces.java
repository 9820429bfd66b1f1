package com.guncai.backoffice.topup;

import com.guncai.backoffice.settings.SettingField;
import com.guncai.backoffice.settings.SettingsList;
import com.guncai.backoffice.settings.StoredSettings;
import com.guncai.backoffice.shared.Money;
import com.guncai.backoffice.shared.ProblemCode;
import com.guncai.backoffice.shared.ProblemException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The face values that can be ordered, as managers change them; until then, as configured. */
@Component
class TopUpFaces implements SettingsList {
    private static final String KEY = "top-up-faces";
    private static final String FACES = "facesYuan";
    private static final long MOST_FEN = 50_000;

    private final StoredSettings stored;
    private final TopUpProperties properties;

    TopUpFaces(StoredSettings stored, TopUpProperties properties) {
        this.stored = stored;
        this.properties = properties;
    }

    /** In fen, as they count at this moment; one statement. */
    List<Long> facesFen() {
        return StoredSettings.lines(values(), FACES).stream()
                .map(Money::fenOfYuan)
                .toList();
    }

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public String title() {
        return "话费面额";
    }

    @Override
    public String hint() {
        return "用户能选的充值面额。已下的订单按原来的面额充。";
    }

    @Override
    public int position() {
        return 30;
    }

    @Override
    public List<SettingField> fields() {
        return List.of(SettingField.lines(FACES, "面额（元）", 6).help("一行一个整数，1 到 500"));
    }

    @Override
    public List<Item> items() {
        return List.of(new Item(KEY, "面额", values()));
    }

    private Map<String, @Nullable Object> values() {
        var saved = stored.find(KEY, KEY);
        if (saved != null) {
            return saved;
        }
        var values = new LinkedHashMap<String, @Nullable Object>();
        values.put(FACES, properties.facesFen().stream().map(Money::plainYuan).toList());
        return values;
    }

    @Override
    public void save(String id, Map<String, @Nullable Object> values) {
        for (var face : StoredSettings.lines(values, FACES)) {
            if (!face.matches("[1-9]\\d{0,3}") || Money.fenOfYuan(face) > MOST_FEN) {
                throw ProblemException.invalid(ProblemCode.SETTING_INVALID, "面额“" + face + "”须为 1 到 500 的整数（元）");
            }
        }
        stored.save(KEY, id, values);
    }
}
