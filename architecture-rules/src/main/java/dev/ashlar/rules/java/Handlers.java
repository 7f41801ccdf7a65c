// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.java;

import java.lang.classfile.CodeElement;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.ExceptionCatch;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LineNumber;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.classfile.instruction.ThrowInstruction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Exception handlers of a method. */
final class Handlers {
    private Handlers() {}

    static List<Bytecode.Catch> of(String name, List<CodeElement> elements, Map<Label, Integer> positions) {
        var catches = new ArrayList<Bytecode.Catch>();
        for (var element : elements) {
            if (element instanceof ExceptionCatch handler && handler.catchType().isPresent()) {
                int start = positions.getOrDefault(handler.handler(), 0);
                var caught =
                        Bytecode.className(handler.catchType().get().asSymbol().descriptorString());
                catches.add(new Bytecode.Catch(
                        name, caught, lineAfter(elements, start), rethrows(elements, positions, start)));
            }
        }
        return catches;
    }

    private static int lineAfter(List<CodeElement> elements, int start) {
        return elements.subList(start, elements.size()).stream()
                .filter(LineNumber.class::isInstance)
                .map(element -> ((LineNumber) element).line())
                .findFirst()
                .orElse(0);
    }

    /** Reads the handler to its end, over the branches in it, and looks for a throw. */
    private static boolean rethrows(List<CodeElement> elements, Map<Label, Integer> positions, int start) {
        int reach = start;
        int end = end(elements, positions, start);
        for (int i = start; i < end; i++) {
            var element = elements.get(i);
            if (element instanceof ThrowInstruction || keeps(element)) {
                return true;
            }
            boolean leaves = element instanceof ReturnInstruction || isGoto(element);
            if (element instanceof BranchInstruction branch && !leaves) {
                reach = Math.max(reach, positions.getOrDefault(branch.target(), i));
            }
            if (leaves && i >= reach) {
                return false;
            }
        }
        return false;
    }

    /** Latest end of a handler: where the block before it goes on, when that jumps over the handler. */
    private static int end(List<CodeElement> elements, Map<Label, Integer> positions, int start) {
        for (int i = start - 1; i >= 0; i--) {
            if (elements.get(i) instanceof Instruction) {
                int target = elements.get(i) instanceof BranchInstruction jump && isGoto(jump)
                        ? positions.getOrDefault(jump.target(), 0)
                        : 0;
                return target > start ? target : elements.size();
            }
        }
        return elements.size();
    }

    /** Failure to close in a try with resources, which is added to the exception under way. */
    private static boolean keeps(CodeElement element) {
        return element instanceof InvokeInstruction call && call.name().equalsString("addSuppressed");
    }

    private static boolean isGoto(CodeElement element) {
        return element instanceof BranchInstruction branch
                && (branch.opcode() == Opcode.GOTO || branch.opcode() == Opcode.GOTO_W);
    }
}
