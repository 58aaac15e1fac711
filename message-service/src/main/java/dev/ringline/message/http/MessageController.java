package dev.ringline.message.http;

import dev.ringline.http.Caller;
import dev.ringline.http.Cursor;
import dev.ringline.http.OpaqueIdRule;
import dev.ringline.http.Page;
import dev.ringline.http.Paging;
import dev.ringline.message.CallText;
import dev.ringline.message.Messages;
import dev.ringline.message.Messages.Selection;
import dev.ringline.message.Position;
import dev.ringline.message.SystemMessage;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Messages for their participants; for everybody else they do not exist. */
@RestController
@RequestMapping("/v1")
class MessageController {

    private final Messages messages;
    private final CallText text;

    MessageController(Messages messages, CallText text) {
        this.messages = messages;
        this.text = text;
    }

    @GetMapping("/messages")
    Page<MessageView> mine(Caller caller, Paging paging) {
        return page(caller, null, paging);
    }

    @GetMapping("/conversations/{conversationId}/messages")
    Page<MessageView> ofConversation(Caller caller, @PathVariable String conversationId, Paging paging) {
        return page(caller, OpaqueIdRule.require("conversationId", conversationId), paging);
    }

    @GetMapping("/messages/{messageId}")
    MessageView one(Caller caller, @PathVariable UUID messageId) {
        return messages.find(messageId.toString(), caller.userId())
                .map(this::view)
                .orElseThrow(MessageProblems::notFound);
    }

    private Page<MessageView> page(Caller caller, @Nullable String conversationId, Paging paging) {
        Selection selection = new Selection(caller.userId(), conversationId, position(paging.before()), paging.fetch());
        List<SystemMessage> found = messages.list(selection);
        return Page.of(found, paging, message -> cursor(message.position())).map(this::view);
    }

    private MessageView view(SystemMessage message) {
        return MessageView.of(message, text.of(message.call()));
    }

    private static @Nullable Position position(@Nullable Cursor before) {
        return before == null ? null : new Position(before.at(), before.id());
    }

    private static Cursor cursor(Position position) {
        return new Cursor(position.at(), position.messageId());
    }
}
