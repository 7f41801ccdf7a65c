// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.java;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** Exception handlers of a method. */
final class Handlers {
    private Handlers() {}

    static List<Bytecode.Catch> of(String name, MethodNode method) {
        var catches = new ArrayList<Bytecode.Catch>();
        for (var handler : method.tryCatchBlocks) {
            if (handler.type != null) {
                catches.add(new Bytecode.Catch(
                        name,
                        Bytecode.className(handler.type),
                        lineAfter(handler.handler),
                        rethrows(method.instructions, handler.handler)));
            }
        }
        return catches;
    }

    private static int lineAfter(AbstractInsnNode start) {
        for (AbstractInsnNode next = start; next != null; next = next.getNext()) {
            if (next instanceof LineNumberNode number) {
                return number.line;
            }
        }
        return 0;
    }

    /** Reads the handler to its end, over the branches in it, and looks for a throw. */
    private static boolean rethrows(InsnList code, AbstractInsnNode handler) {
        int start = code.indexOf(handler);
        int reach = start;
        int end = end(code, start);
        for (int i = start; i < end; i++) {
            var instruction = code.get(i);
            if (instruction.getOpcode() == Opcodes.ATHROW || keeps(instruction)) {
                return true;
            }
            boolean leaves = isReturn(instruction) || isGoto(instruction);
            if (instruction instanceof JumpInsnNode jump && !leaves) {
                reach = Math.max(reach, code.indexOf(jump.label));
            }
            if (leaves && i >= reach) {
                return false;
            }
        }
        return false;
    }

    /** Returns the latest end of a handler: where the block before it goes on, when that jumps over the handler. */
    private static int end(InsnList code, int start) {
        for (int i = start - 1; i >= 0; i--) {
            if (code.get(i).getOpcode() >= 0) {
                int target = code.get(i) instanceof JumpInsnNode jump && isGoto(jump) ? code.indexOf(jump.label) : 0;
                return target > start ? target : code.size();
            }
        }
        return code.size();
    }

    /** Failure to close in a try with resources, which is added to the exception under way. */
    private static boolean keeps(AbstractInsnNode instruction) {
        return instruction instanceof MethodInsnNode call && call.name.equals("addSuppressed");
    }

    private static boolean isReturn(AbstractInsnNode instruction) {
        return instruction.getOpcode() >= Opcodes.IRETURN && instruction.getOpcode() <= Opcodes.RETURN;
    }

    private static boolean isGoto(AbstractInsnNode instruction) {
        return instruction.getOpcode() == Opcodes.GOTO;
    }
}
