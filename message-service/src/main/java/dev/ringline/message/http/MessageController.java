package dev.ringline.message.http;

import dev.ringline.http.Caller;
import dev.ringline.http.Cursor;
import dev.ringline.http.OpaqueIdRule;
import dev.ringline.http.Page;
import dev.ringline.http.Paging;
import dev.ringline.message.Messages;
import dev.ringline.message.Messages.Selection;
import dev.ringline.message.Position;
import dev.ringline.message.SystemMessage;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Messages for their participants; for everybody else they do not exist. */
@RestController
@RequestMapping("/v1")
class MessageController {

    private static final String LANGUAGE = HttpHeaders.ACCEPT_LANGUAGE;

    private final Messages messages;
    private final Languages languages;

    MessageController(Messages messages, Languages languages) {
        this.messages = messages;
        this.languages = languages;
    }

    @GetMapping("/messages")
    ResponseEntity<Page<MessageView>> mine(
            Caller caller, Paging paging, @RequestHeader(name = LANGUAGE, required = false) @Nullable String language) {
        return list(selection(caller, null, paging), paging, language);
    }

    @GetMapping("/conversations/{conversationId}/messages")
    ResponseEntity<Page<MessageView>> ofConversation(
            Caller caller,
            @PathVariable String conversationId,
            Paging paging,
            @RequestHeader(name = LANGUAGE, required = false) @Nullable String language) {
        String conversation = OpaqueIdRule.require("conversationId", conversationId);
        return list(selection(caller, conversation, paging), paging, language);
    }

    @GetMapping("/messages/{messageId}")
    ResponseEntity<MessageView> one(
            Caller caller,
            @PathVariable UUID messageId,
            @RequestHeader(name = LANGUAGE, required = false) @Nullable String language) {
        CallText text = languages.preferredBy(language);
        return messages.find(messageId.toString(), caller.userId())
                .map(message -> answer(MessageView.of(message, text), text))
                .orElseThrow(MessageProblems::notFound);
    }

    private ResponseEntity<Page<MessageView>> list(Selection selection, Paging paging, @Nullable String language) {
        CallText text = languages.preferredBy(language);
        Page<SystemMessage> found = Page.of(messages.list(selection), paging, message -> cursor(message.position()));
        return answer(found.map(message -> MessageView.of(message, text)), text);
    }

    /** The tag covers the content, the language and its wording; the same tag again is answered 304. */
    private static <T> ResponseEntity<T> answer(T view, CallText text) {
        return ResponseEntity.ok()
                .eTag(EntityTag.of(text.version(), view))
                .cacheControl(CacheControl.noCache().cachePrivate())
                .varyBy(LANGUAGE)
                .header(HttpHeaders.CONTENT_LANGUAGE, text.language())
                .body(view);
    }

    private static Selection selection(Caller caller, @Nullable String conversationId, Paging paging) {
        return new Selection(caller.userId(), conversationId, position(paging.before()), paging.fetch());
    }

    private static @Nullable Position position(@Nullable Cursor before) {
        return before == null ? null : new Position(before.at(), before.id());
    }

    private static Cursor cursor(Position position) {
        return new Cursor(position.at(), position.messageId());
    }
}
