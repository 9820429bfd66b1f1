package com.guncai.backoffice.sandbox.wechatpay;

import com.guncai.backoffice.sandbox.provider.Answer;
import com.guncai.backoffice.sandbox.provider.Call;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/**
 * An APIv3 address.
 *
 * @param operation what faults call it
 * @param handler gets the call and the number in its path, or an empty string
 */
record Route(String operation, String method, Pattern path, BiFunction<Call, String, Answer> handler) {

    static Route of(String operation, String method, String path, BiFunction<Call, String, Answer> handler) {
        return new Route(operation, method, Pattern.compile(path), handler);
    }

    boolean matches(Call call) {
        return method.equals(call.method()) && path.matcher(call.path()).matches();
    }

    Answer answer(Call call) {
        var matcher = path.matcher(call.path());
        return handler.apply(call, matcher.matches() && matcher.groupCount() > 0 ? matcher.group(1) : "");
    }
}
